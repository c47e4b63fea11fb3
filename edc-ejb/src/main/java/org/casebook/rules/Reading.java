package org.casebook.rules;

/**
 * What became of typed text: a value, nothing, or a sentence that says why it was not understood. What was typed is kept in
 * every case.
 *
 * @param typed as typed; never null
 * @param value what it means; null when nothing was typed or it was not understood
 * @param problem why it was not understood and how to mend it; null when all is well
 */
public record Reading(String typed, TypedValue value, String problem) {

    static Reading nothing() {
        return new Reading("", null, null);
    }

    static Reading of(String typed, TypedValue value) {
        return new Reading(typed, value, null);
    }

    static Reading unreadable(String typed, String problem) {
        return new Reading(typed, null, problem);
    }

    public boolean isEmpty() {
        return value == null && problem == null;
    }

    public boolean isUnderstood() {
        return problem == null;
    }
}
