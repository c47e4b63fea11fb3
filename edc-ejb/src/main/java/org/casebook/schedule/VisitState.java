package org.casebook.schedule;

/** How a visit stands today. */
public enum VisitState {
    /** Cannot be planned yet: the date it counts from is not known. */
    UNPLANNED,
    /** The window has not opened. */
    NOT_DUE,
    /** The window is open and no date is recorded. */
    DUE,
    /** The window has closed and no date is recorded. */
    OVERDUE,
    /** The window has closed without a date, and a later visit took place already. */
    MISSED,
    /** Recorded as not done, with a reason. */
    NOT_DONE,
    /** Took place within its window. */
    IN,
    EARLY,
    LATE,
    /** Took place; no window is known for it. */
    DONE,
    /** No longer expected: the participation ended before. */
    NOT_EXPECTED;

    /** Whether the visit took place. */
    public boolean tookPlace() {
        return this == IN || this == EARLY || this == LATE || this == DONE;
    }

    /** Whether somebody should act on it today. */
    public boolean wantsAction() {
        return this == DUE || this == OVERDUE;
    }
}
