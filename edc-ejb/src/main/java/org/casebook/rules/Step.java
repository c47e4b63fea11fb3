package org.casebook.rules;

import java.util.List;

/**
 * One part of an expression and what it comes to: why a result is what it is.
 *
 * @param from where the part begins in the expression, in characters from 0
 * @param to where it ends, exclusive
 * @param text the part itself; of what is asked of each row, the part with the row before it: {@code row 2: r.AESER == 'Y'}
 * @param value as values are written: numbers plain, dates ISO 8601, {@code true} and {@code false}, several codes or numbers
 *     joined by commas, of rows how many there are; null when it is not known
 * @param parts its parts in reading order; constants are left out
 */
public record Step(int from, int to, String text, String value, List<Step> parts) {

    public Step {
        parts = List.copyOf(parts);
    }

    public boolean isKnown() {
        return value != null;
    }

    /**
     * Evaluates an expression part by part. Every part is evaluated, even where the rest decides the result.
     *
     * @throws ExpressionIsFaulty with line and character of each fault
     */
    public static Step trace(String text, Names names, Values values) {
        Expression.any(text, names);
        return new Tracing(text, names, values).trace();
    }
}
