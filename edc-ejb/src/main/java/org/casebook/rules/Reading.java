package org.casebook.rules;

import java.util.List;
import org.casebook.kernel.Ambiguous;

/**
 * What became of typed text: a value, nothing, or a sentence that says why it was not understood. What was typed is kept in
 * every case.
 *
 * @param typed as typed; never null
 * @param value what it means; null when nothing was typed or it was not understood
 * @param problem why it was not understood and how to mend it; null when all is well
 * @param readings what it could mean, each written so that it has one meaning; empty unless there are several
 */
public record Reading(String typed, TypedValue value, String problem, List<String> readings) {

    public Reading {
        readings = List.copyOf(readings);
    }

    static Reading nothing() {
        return new Reading("", null, null, List.of());
    }

    static Reading of(String typed, TypedValue value) {
        return new Reading(typed, value, null, List.of());
    }

    static Reading unreadable(String typed, String problem) {
        return new Reading(typed, null, problem, List.of());
    }

    static Reading ambiguous(String typed, Ambiguous problem) {
        return new Reading(typed, null, problem.sentence(), problem.readings());
    }

    public boolean isEmpty() {
        return value == null && problem == null;
    }

    public boolean isUnderstood() {
        return problem == null;
    }
}
