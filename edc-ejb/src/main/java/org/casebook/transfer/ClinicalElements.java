package org.casebook.transfer;

import java.util.Set;

/** The elements of clinical data, of ODM 1.3 and 2.0 alike, and what may stand in them. */
final class ClinicalElements {

    private static final int LONGEST = 60;
    /** What holds the data of all participants. */
    static final String AROUND = "ClinicalData";

    private static final String VALUE = "ItemData";

    /** What stands beside the data and is passed over. */
    private static final Set<String> BESIDE =
            Set.of("InvestigatorRef", "Annotation", "Flag", "Coding", "ItemDataMetadata");

    private static final Set<String> READ =
            Set.of("SubjectData", "SiteRef", "StudyEventData", "FormData", "ItemGroupData", "MeasurementUnitRef");

    private static final Set<String> WITH_TEXT = Set.of("Value", "Comment", "FlagValue", "FlagType");

    /** Behind ItemData: the types of ODM 1.3, whose elements hold the value as their text. */
    private static final Set<String> TYPES = Set.of(
            ("Any String Integer Float Double Date Time Datetime Boolean HexBinary Base64Binary HexFloat Base64Float URI "
                            + "PartialDate PartialTime PartialDatetime DurationDatetime IntervalDatetime IncompleteDatetime "
                            + "IncompleteDate IncompleteTime")
                    .split(" "));

    private ClinicalElements() {}

    static boolean isTyped(String element) {
        return element.startsWith(VALUE) && TYPES.contains(element.substring(VALUE.length()));
    }

    static boolean isValue(String element) {
        return element.equals(VALUE) || isTyped(element);
    }

    /** Whether it may stand in a participant's data and says nothing that is taken for itself. */
    static boolean isBeside(String element) {
        return BESIDE.contains(element) || WITH_TEXT.contains(element);
    }

    /** Whether no text may stand in it; what is not of clinical data at all is told for itself. */
    static boolean isWithoutText(String element) {
        boolean known = READ.contains(element) || BESIDE.contains(element) || element.equals(VALUE);
        return known || element.equals(AROUND);
    }

    static String strayText(String element, String text) {
        return "The text “%s” stands in %s, where none may stand. Put it where it belongs, or remove it."
                .formatted(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text, element);
    }
}
