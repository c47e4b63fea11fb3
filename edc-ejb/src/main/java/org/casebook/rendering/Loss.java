package org.casebook.rendering;

import org.casebook.kernel.Language;
import org.casebook.kernel.Sentence;

/**
 * What a definition can say and ODM 1.3.2 cannot: it is left out of the file, and told. The list is in docs/study-files.md, the
 * words are in the phrases of this room.
 */
public enum Loss {
    ARMS,
    EPOCHS,
    WINDOWS,
    REPETITION,
    CRITERIA,
    RANDOMIZATION,
    TEST_PARTICIPANTS,
    INSTRUMENTS,
    FORM_MARKS,
    SECTION_HELP,
    NESTING,
    SHARED_GROUPS,
    ITEM_MARKS,
    ITEM_HELP,
    WIDGETS,
    ROW_LINKS,
    UNIT_CONVERSION,
    CHECK_NAMES,
    CHECK_MESSAGES,
    DESCRIPTION_LANGUAGES,
    KEPT_PARTS;

    /** What is left out, in English. */
    public String sentence() {
        return in(Language.ENGLISH);
    }

    /** What is left out, in the reader's language. */
    public String shown() {
        return in(Language.ofReader());
    }

    private String in(Language language) {
        return Sentence.of("rendering", "loss." + name()).in(language);
    }
}
