package org.casebook.study;

import java.math.BigDecimal;
import java.util.List;

/**
 * An edit check on an item (ODM {@code RangeCheck}). It fires when its expectation is known not to hold; while something
 * it needs is missing it is silent.
 *
 * @param oid unique in the study; queries are kept apart by it
 * @param severity what a failed check does
 * @param comparator how the item's own value is compared with {@code values}; null when {@code expression} is given
 * @param values what it is compared with; one, except for IN and NOT_IN
 * @param expression CEL that is true when all is well; null for a simple comparison
 * @param message what the person is told
 */
public record CheckDefinition(
        String oid,
        Severity severity,
        Comparator comparator,
        List<BigDecimal> values,
        String expression,
        TranslatedText message) {

    public CheckDefinition {
        values = List.copyOf(values);
    }

    /** ODM SoftHard. */
    public enum Severity {
        /** A warning: the value is kept, the site may confirm it. */
        SOFT,
        /** The value is kept and flagged, and a query stays open until it is corrected or explained. */
        HARD
    }

    /** ODM Comparator. */
    public enum Comparator {
        LT,
        LE,
        GT,
        GE,
        EQ,
        NE,
        IN,
        NOTIN
    }

    public boolean isHard() {
        return severity == Severity.HARD;
    }
}
