package org.casebook.transfer;

import org.casebook.kernel.Invalid;

/** What a file says is to be done with a part of it (ODM {@code TransactionType}; in a snapshot always UPSERT). */
enum Act {
    /** It is new: refused when something else is there already. */
    INSERT,
    /** It is there and changes: refused when nothing is there. */
    UPDATE,
    /** It goes: a value is emptied, a form or row made void. */
    REMOVE,
    /** It is new or changes. */
    UPSERT,
    /** It was removed and comes back as it was; Casebook's own histories alone can say so. */
    RESTORE,
    /** It only says where what stands inside belongs. */
    CONTEXT,
    /** Nothing is said, here or around it; what stands inside must say. */
    UNSAID;

    /**
     * @param text ODM's word; null or empty: as the element around it
     * @param around what the element around it says
     * @throws Invalid when ODM has no such word
     */
    static Act of(String text, Act around) {
        if (text == null || text.isEmpty()) {
            return around;
        }
        return switch (text) {
            case "Insert" -> INSERT;
            case "Update" -> UPDATE;
            case "Remove" -> REMOVE;
            case "Upsert" -> UPSERT;
            case "Context" -> CONTEXT;
            default ->
                throw new Invalid("The TransactionType “" + text
                        + "” is unknown. ODM has Insert, Update, Remove, Upsert and Context.");
        };
    }

    /** What holds for parts inside that say nothing: a place that only leads somewhere says nothing for them. */
    Act inside() {
        return this == CONTEXT ? UNSAID : this;
    }

    /**
     * Requires that something is said.
     *
     * @throws Invalid with the element and its line
     */
    Act needed(String element, int line) {
        if (this == UNSAID) {
            throw new Invalid(
                    ("Line %d: %s has no TransactionType, nor has what it stands in, so nobody can say what to do with it. "
                                    + "Give it Insert, Update, Remove or Upsert, or write the file as a Snapshot.")
                            .formatted(line, element));
        }
        return this;
    }
}
