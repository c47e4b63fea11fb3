package org.casebook.dialect;

import java.util.List;
import java.util.Map;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;

/** Notes references of an ODM 1.3 file that lead nowhere, in the words of the file. */
final class OldReferences {

    private static final Map<String, String> KINDS = Map.of(
            "StudyEventOID", "StudyEventDef",
            "FormOID", "FormDef",
            "ItemGroupOID", "ItemGroupDef",
            "ItemOID", "ItemDef",
            "MeasurementUnitOID", "MeasurementUnit",
            "MethodOID", "MethodDef",
            "CollectionExceptionConditionOID", "ConditionDef");

    private final OldVersion version;
    private final Faults faults;

    OldReferences(OldVersion version, Faults faults) {
        this.version = version;
        this.faults = faults;
    }

    /** Looks at every reference in and below these elements. */
    void check(List<OdmElement> elements) {
        for (OdmElement element : elements) {
            element.attributes().forEach((attribute, oid) -> follow(element, KINDS.get(attribute), oid));
            check(element.children());
        }
    }

    private void follow(OdmElement from, String kind, String oid) {
        if (kind == null || oid.isBlank()) {
            return;
        }
        boolean there = kind.equals("MeasurementUnit")
                ? version.unit(oid).isPresent()
                : version.find(kind, oid).isPresent();
        if (!there) {
            faults.add(from, "It refers to the %s %s, which does not exist.", kind, oid);
        }
    }
}
