package org.casebook.schedule;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * One event of the study for one participant, as planned and as recorded.
 *
 * @param event event OID
 * @param name the event's name in English
 * @param window null while it cannot be planned, and for events without timing
 * @param date date of the visit at the site; null when none is recorded
 * @param reason why outside the window, why changed, or why not done; null where none was due
 * @param time at which it took place on that date, at the site; null while it is not known, and where no window is judged by it
 */
public record PlannedVisit(
        String event, String name, Window window, LocalDate date, VisitState state, String reason, LocalTime time) {

    /** A visit whose time does not matter, or is not known. */
    public PlannedVisit(String event, String name, Window window, LocalDate date, VisitState state, String reason) {
        this(event, name, window, date, state, reason, null);
    }

    /** Whether it is judged to the minute. */
    public boolean timed() {
        return window != null && window.isJudgedAt(time);
    }

    public boolean planned() {
        return window != null;
    }

    /** Whether it is said that it took place, or that it did not. */
    public boolean recorded() {
        return date != null || state == VisitState.NOT_DONE;
    }
}
