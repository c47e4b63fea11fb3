package org.casebook.transfer;

import java.util.Map;
import java.util.Set;
import org.casebook.kernel.Invalid;
import org.xml.sax.Attributes;

/** The elements of clinical data, of ODM 1.3 and 2.0 alike, and what may stand in them. */
final class ClinicalElements {

    /** So much of what is wrong is quoted. */
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

    /** In what data stand; elsewhere nobody could say what they belong to. ODM 2.0 nests groups, 1.3 has forms. */
    private static final Map<String, Set<String>> PLACES = Map.of(
            AROUND,
            Set.of("ODM"),
            "SubjectData",
            Set.of(AROUND),
            "SiteRef",
            Set.of("SubjectData"),
            "StudyEventData",
            Set.of("SubjectData"),
            "FormData",
            Set.of("StudyEventData"),
            "ItemGroupData",
            Set.of("StudyEventData", "FormData", "ItemGroupData"),
            VALUE,
            Set.of("ItemGroupData", "StudyEventData", "SubjectData"));

    /** What else an ODM file and its clinical data hold, and what is passed over with all that stands inside. */
    private static final Map<String, Set<String>> PASSED_OVER = Map.of(
            "ODM",
            Set.of("Description", "Study", "AdminData", "ReferenceData", "Association", "Signature"),
            AROUND,
            Set.of("AuditRecords", "Signatures", "Annotations", "AuditRecord", "Signature", "Annotation", "Query"));

    private static final Set<String> OF_VALUES = Set.of(
            "ItemOID",
            "Value",
            "IsNull",
            "TransactionType",
            "UnitOID",
            "MeasurementUnitOID",
            "AuditRecordID",
            "SignatureID",
            "AnnotationID");

    private ClinicalElements() {}

    /**
     * Refuses an element that stands where ODM has none of its name.
     *
     * @param around name of the element in which it stands; empty for the outermost
     * @throws Invalid with its line
     */
    static void requirePlace(String element, String around, int line) {
        Set<String> places = PLACES.get(isTyped(element) ? VALUE : element);
        // inside of what is unknown, or passed over, each is told or passed over with it
        boolean known = around.isEmpty() || around.equals("ODM") || PLACES.containsKey(around) || isValue(around);
        if (element.equals("ItemGroupData") && around.equals(AROUND)) {
            throw new Invalid(
                    "Line %d: ItemGroupData stands in no SubjectData. Data that belong to nobody are not taken; remove them."
                            .formatted(line));
        }
        boolean misplaced = known && places != null && !places.contains(around);
        boolean unknown = places == null
                && PASSED_OVER.containsKey(around)
                && !PASSED_OVER.get(around).contains(element);
        if (misplaced || unknown) {
            throw new Invalid("Line %d: %s stands in %s, where ODM has none. Put it where it belongs, or remove it."
                    .formatted(line, element, around.isEmpty() ? "no element" : around));
        }
    }

    /**
     * Refuses attributes of a value that ODM does not have there: what they say would be lost.
     *
     * @throws Invalid with the line
     */
    static void requireKnown(Attributes attributes, String element, int line) {
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.getLocalName(i);
            boolean known = OF_VALUES.contains(name) && !(name.equals("Value") && isTyped(element));
            if (attributes.getURI(i).isEmpty() && !known) {
                throw new Invalid(
                        "Line %d: %s has no attribute %s in ODM. Look at its spelling, capitals included, or remove it."
                                .formatted(line, element, name));
            }
        }
        String nothing = attributes.getValue("IsNull");
        if (nothing != null && !nothing.equals("Yes")) {
            throw new Invalid("Line %d: IsNull=\"%s\" is not understood. Permitted is: Yes.".formatted(line, nothing));
        }
        String value = attributes.getValue("Value");
        if (nothing != null && value != null && !value.isBlank()) {
            throw new Invalid(
                    "Line %d: %s says by IsNull that there is no value, and gives the value “%s”. Remove one of them."
                            .formatted(
                                    line,
                                    element,
                                    value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value));
        }
    }

    /**
     * What an element belongs to, with the key that tells one of several apart where it is given.
     *
     * @throws Invalid when the OID is missing, or a key is given and empty
     */
    static SourceSubject.Level level(Attributes attributes, String prefix, String element, int line) {
        String key = attributes.getValue(prefix + "RepeatKey");
        if (key != null && key.isBlank()) {
            throw new Invalid("Line %d: %s has an empty %sRepeatKey. Give its key, or remove the attribute."
                    .formatted(line, element, prefix));
        }
        return new SourceSubject.Level(needed(attributes, prefix + "OID", element, line), key);
    }

    /**
     * An attribute without which nobody can say what an element belongs to.
     *
     * @throws Invalid when it is missing or empty
     */
    static String needed(Attributes attributes, String name, String element, int line) {
        String found = attributes.getValue(name);
        if (found == null || found.isBlank()) {
            throw new Invalid("Line %d: %s has no %s, so nobody can say what it belongs to. Correct the file."
                    .formatted(line, element, name));
        }
        return found;
    }

    /** The type that an element of ODM 1.3 gives its value, as in {@code ItemDataInteger}; null where it gives none. */
    static String typeOf(String element) {
        return isTyped(element) ? element.substring(VALUE.length()) : null;
    }

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
