package org.casebook.instrument;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.odm.OdmPart;

/**
 * The version that a changed file becomes: a version never changes, so whatever is changed makes another one.
 *
 * @param oid OID of the new version: letters, digits and {@code . _ : -}, at most 100
 * @param name its name; blank: that of the version before
 * @param at when it is made
 */
public record NewVersion(String oid, String name, Instant at) {

    public NewVersion {
        if (oid == null || !oid.strip().matches("[A-Za-z0-9._:-]{1,100}")) {
            throw new Invalid(Sentence.of("instrument", "oid", String.valueOf(oid)));
        }
        oid = oid.strip();
    }

    /** The file with this version in the place of its own. */
    OdmPart of(OdmPart root, OdmPart changed) {
        OdmPart version = changed.withAttribute("OID", oid);
        OdmPart named = name == null || name.isBlank() ? version : version.withAttribute("Name", name.strip());
        OdmPart study = root.child("Study");
        return root.withAttribute("FileOID", study.attributes().get("OID") + "." + oid)
                .withAttribute(
                        "CreationDateTime", at.truncatedTo(ChronoUnit.SECONDS).toString())
                .withChildren(Parts.replaced(
                        root.children(),
                        study,
                        study.withChildren(Parts.replaced(study.children(), study.child("MetaDataVersion"), named))));
    }
}
