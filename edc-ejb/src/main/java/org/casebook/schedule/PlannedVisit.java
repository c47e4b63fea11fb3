package org.casebook.schedule;

import java.time.LocalDate;

/**
 * One event of the study for one participant, as planned and as recorded.
 *
 * @param event event OID
 * @param name the event's name in English
 * @param window null while it cannot be planned, and for events without timing
 * @param date date of the visit at the site; null when none is recorded
 * @param reason why outside the window, why changed, or why not done; null where none was due
 */
public record PlannedVisit(String event, String name, Window window, LocalDate date, VisitState state, String reason) {

    public boolean planned() {
        return window != null;
    }
}
