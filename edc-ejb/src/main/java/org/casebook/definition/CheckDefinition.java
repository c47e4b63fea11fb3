package org.casebook.definition;

import org.casebook.rules.RangeCheck;

/**
 * An edit check on an item (ODM {@code RangeCheck}). It fires when its expectation is known not to hold; while something
 * it needs is missing it is silent.
 *
 * @param oid unique in the study; queries are kept apart by it
 * @param severity what a failed check does
 * @param range comparison of the item's own value with fixed numbers; null when {@code expression} is given
 * @param expression CEL that is true when all is well; null for a simple comparison
 * @param message what the person is told; empty where a comparison is to speak for itself
 */
public record CheckDefinition(
        String oid, Severity severity, RangeCheck range, String expression, TranslatedText message) {

    /** ODM SoftHard. */
    public enum Severity {
        /** A warning: the value is kept, the site may confirm it. */
        SOFT,
        /** The value is kept and flagged, and a query stays open until it is corrected or explained. */
        HARD
    }

    public boolean isHard() {
        return severity == Severity.HARD;
    }
}
