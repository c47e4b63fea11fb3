package org.casebook.dialect;

import java.util.List;
import java.util.Set;
import org.casebook.odm.Fault;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmFile;
import org.casebook.odm.Remarks;
import org.casebook.odm.StudyFileIsFaulty;

/** A study file in any dialect that is understood, and the way to its elements in Casebook's ODM 2.0 profile. */
public record StudyFile(byte[] content) {

    private static final Set<String> DESCRIBED = Set.of("ConditionDef", "MethodDef");

    /**
     * Reads the file, notes what is wrong with it and what was not taken as it stands, and gives its root as ODM 2.0.
     *
     * @throws StudyFileIsFaulty at once when nothing can be said about the rest: the file is too large, not well-formed, of
     *     another standard or another version
     */
    public OdmElement read(Faults faults, Remarks remarks) {
        OdmFile.Content file = new OdmFile(content).read(faults, remarks);
        OdmElement root = file.root();
        boolean odm = root.name().equals("ODM");
        if (odm && file.namespace().equals(OdmFile.ODM_1_3)) {
            root = new Translation(root, faults, remarks).translated();
        } else if (!odm || !file.namespace().equals(OdmFile.ODM)) {
            throw new StudyFileIsFaulty(List.of(new Fault(plain(root.name()), "", root.line(), otherwise(file))));
        }
        OdmFile.requireProfile(root, faults);
        if (file.namespace().equals(OdmFile.ODM)) {
            OdmFile.outOfOrder(root)
                    .forEach(child -> Repair.ELEMENT_ORDER.tell(
                            remarks, child, "It stands after elements that follow it in the schema."));
            root.children("Study").stream()
                    .flatMap(study -> study.children("MetaDataVersion").stream())
                    .flatMap(version -> version.children().stream())
                    .filter(definition -> DESCRIBED.contains(definition.name()))
                    .forEach(definition -> tellAbsent(definition, remarks));
        }
        return root;
    }

    private static void tellAbsent(OdmElement definition, Remarks remarks) {
        if (definition.child("Description").isEmpty()) {
            Repair.ABSENT_DESCRIPTION.tell(remarks, definition, "It has no Description; its Name describes it.");
        }
        if (definition.child("MethodSignature").isEmpty()) {
            Repair.ABSENT_SIGNATURE.tell(remarks, definition, "It has no MethodSignature; an empty one is written.");
        }
    }

    private static String plain(String name) {
        return name.substring(name.indexOf('}') + 1);
    }

    private static String otherwise(OdmFile.Content file) {
        String namespace = file.namespace();
        if (!plain(file.root().name()).equals("ODM")) {
            return "The root is %s and no ODM; a study file has the root ODM in the namespace %s or %s, with the Study inside."
                    .formatted(plain(file.root().name()), OdmFile.ODM, OdmFile.ODM_1_3);
        }
        return (namespace.isEmpty()
                        ? "The root stands in no namespace"
                        : "The root stands in the namespace " + namespace)
                + "; ODM 2.0 stands in %s and ODM 1.3 in %s. Older versions are not read."
                        .formatted(OdmFile.ODM, OdmFile.ODM_1_3);
    }
}
