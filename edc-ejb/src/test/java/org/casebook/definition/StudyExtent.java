package org.casebook.definition;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.casebook.odm.OdmPart;

/**
 * How much a study file defines, whether it is used or not.
 *
 * @param events StudyEventDefs
 * @param forms ItemGroupDefs of type Form
 * @param groups all other ItemGroupDefs
 * @param items ItemDefs
 * @param codeLists CodeLists
 * @param checks RangeChecks of items, those that do not run among them
 * @param conditions ConditionDefs, those that do not run among them
 * @param methods MethodDefs, those that do not run among them
 * @param units units of measurement
 */
public record StudyExtent(
        int events, int forms, int groups, int items, int codeLists, int checks, int conditions, int methods, int units)
        implements Serializable {

    /** Counts what the file of this definition defines. */
    public static StudyExtent of(StudyDefinition study) {
        Map<String, Integer> counts = new HashMap<>();
        OdmPart version = study.source().child("Study").child("MetaDataVersion");
        version.children().forEach(part -> {
            counts.merge(kind(part), 1, Integer::sum);
            if (part.name().equals("ItemDef")) {
                part.children().forEach(child -> counts.merge(child.name(), 1, Integer::sum));
            }
        });
        return new StudyExtent(
                counts.getOrDefault("StudyEventDef", 0),
                counts.getOrDefault("Form", 0),
                counts.getOrDefault("ItemGroupDef", 0),
                counts.getOrDefault("ItemDef", 0),
                counts.getOrDefault("CodeList", 0),
                counts.getOrDefault("RangeCheck", 0),
                counts.getOrDefault("ConditionDef", 0),
                counts.getOrDefault("MethodDef", 0),
                counts.getOrDefault("cb:Unit", 0));
    }

    private static String kind(OdmPart part) {
        return "Form".equals(part.attributes().get("Type")) ? "Form" : part.name();
    }
}
