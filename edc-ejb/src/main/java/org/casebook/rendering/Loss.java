package org.casebook.rendering;

/** What a definition can say and ODM 1.3.2 cannot: it is left out of the file, and told. The list is in docs/study-files.md. */
public enum Loss {
    ARMS("arms"),
    EPOCHS("epochs, groups of events and the epoch of each event"),
    WINDOWS("timing and windows of events"),
    CRITERIA("eligibility criteria; their conditions stay"),
    RANDOMIZATION("the plan of randomisation"),
    TEST_PARTICIPANTS("test participants"),
    FORM_MARKS("purpose and signature of forms"),
    SECTION_HELP("help of sections"),
    NESTING("groups within groups; their items stay, in groups side by side"),
    SHARED_GROUPS("the OID of a group that is a form of its own elsewhere; it gets another"),
    ITEM_MARKS("roles of items, and whether they are critical or blinded"),
    ITEM_HELP("instructions, definitions and prompts of items"),
    WIDGETS(
            "scales, long texts, attached files, and how laboratory values are judged; the items stay as numbers and texts"),
    ROW_LINKS("links between rows of logs; the items stay as texts"),
    UNIT_CONVERSION("conversion of units to a standard one"),
    CHECK_NAMES("names of checks; they go by item and place"),
    CHECK_MESSAGES("that a check has no message; one is made of what it expects"),
    DESCRIPTION_LANGUAGES("the description of the study and of the file in other languages than English"),
    KEPT_PARTS(
            "what is kept for others while nothing acts on it: workflows, codings, origins, value lists, texts that are not plain");

    private final String sentence;

    Loss(String sentence) {
        this.sentence = sentence;
    }

    /** What is left out. */
    public String sentence() {
        return sentence;
    }
}
