package org.casebook.schedule;

/** How a visit stands today. */
public enum VisitState {
    /** Cannot be planned yet: the date it counts from is not known. */
    UNPLANNED,
    /** The window has not opened. */
    PLANNED,
    /** The window is open and no date is recorded. */
    DUE,
    /** The window has closed and no date is recorded. */
    OVERDUE,
    /** The window has closed without a date, and a later visit took place already. */
    MISSED,
    /** Recorded as not done, with a reason. */
    NOT_DONE,
    /** Took place within its window. */
    IN_WINDOW,
    EARLY,
    LATE,
    /** Took place; no window is known for it, or its window only plans. */
    DONE,
    /** No longer expected: the participation ended before, or treatment stopped before a treatment visit. */
    NOT_EXPECTED;

    /** Whether the visit took place. */
    public boolean tookPlace() {
        return this == IN_WINDOW || this == EARLY || this == LATE || this == DONE;
    }

    /** Whether somebody should record a date, or why it was not done. */
    public boolean wantsAction() {
        return this == DUE || this == OVERDUE || this == MISSED;
    }
}
