package org.casebook.odm;

import java.util.Map;

/**
 * Clinical data that stand in a study file are no part of the definition and are left out. What is wrong with them is told all
 * the same, so that nobody takes them for data that could be imported as they stand.
 */
public final class LeftOutData {

    private static final int MOST = 5;
    private static final String NAME = "ClinicalData";
    private static final Map<String, OdmProfile.Shape> SHAPES = OdmProfile.read("data-2-0.txt");
    private static final Map<String, OdmProfile.Shape> OLD_SHAPES = OdmProfile.read("data-1-3.txt");

    private LeftOutData() {}

    /** Tells the first few things that are wrong with an element that is left out of ODM 2.0, when it holds clinical data. */
    static void tell(OdmElement leftOut, Remarks remarks) {
        tell(leftOut, SHAPES, remarks);
    }

    /** The same of ODM 1.3. */
    public static void tellOld(OdmElement leftOut, Remarks remarks) {
        tell(leftOut, OLD_SHAPES, remarks);
    }

    private static void tell(OdmElement leftOut, Map<String, OdmProfile.Shape> shapes, Remarks remarks) {
        if (!leftOut.name().equals(NAME)) {
            return;
        }
        Faults faults = new Faults();
        boolean more = false;
        try {
            OdmProfile.check(leftOut, shapes, faults);
            if (faults.isEmpty()) {
                OdmProfile.outOfOrder(leftOut, shapes)
                        .forEach(late -> faults.add(late, "It stands after elements that follow it in the schema."));
            }
        } catch (StudyFileIsFaulty tooMany) {
            more = true;
        }
        faults.list().stream()
                .limit(MOST)
                .forEach(fault -> remarks.add(new Remark(
                        Remark.Kind.STRIPPED,
                        fault.element(),
                        fault.oid(),
                        fault.line(),
                        "Left out with the clinical data, and at fault there: " + fault.sentence())));
        int rest = faults.list().size() - MOST;
        if (rest > 0) {
            remarks.add(new Remark(
                    Remark.Kind.STRIPPED,
                    NAME,
                    "",
                    leftOut.line(),
                    "%s%d more things are at fault in the clinical data that were left out."
                            .formatted(more ? "At least " : "", rest)));
        }
    }
}
