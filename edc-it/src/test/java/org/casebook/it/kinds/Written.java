package org.casebook.it.kinds;

/**
 * What a person wrote into an item, and what it means. The meaning comes from whoever wrote it, not from the application.
 *
 * @param text as typed, or the code chosen; null when the item is empty
 * @param meaning canonical value; null when empty or when nobody can tell what is meant
 * @param unit OID of the unit chosen; null for the item's own
 * @param blank why it is empty; null when it is not, or for no reason given
 */
record Written(String text, String meaning, String unit, String blank) {

    static final Written NOTHING = new Written(null, null, null, null);

    static Written of(String text, String meaning) {
        return new Written(text, meaning, null, null);
    }

    static Written nonsense(String text) {
        return of(text, null);
    }

    static Written code(String code) {
        return of(code, code);
    }

    static Written left(String reason) {
        return new Written(null, null, null, reason);
    }

    /** The same, written in this unit; null for the item's own. */
    Written in(String chosen) {
        return new Written(text, meaning, chosen, blank);
    }

    /** What an export holds: the meaning, else what was typed, else nothing. */
    String exported() {
        return meaning != null ? meaning : text == null ? "" : text;
    }
}
