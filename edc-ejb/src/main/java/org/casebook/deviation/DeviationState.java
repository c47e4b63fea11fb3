package org.casebook.deviation;

/** Whether a deviation counts. */
public enum DeviationState {
    STANDS,
    /** What the system noticed is so no more, since what was recorded changed. */
    TAKEN_BACK,
    /** Somebody said, with a reason, that it is none. */
    VOID
}
