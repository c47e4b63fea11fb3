package org.casebook.schedule;

import java.time.LocalDate;

/**
 * What was recorded about a visit.
 *
 * @param date null unless it took place
 * @param reason null where none was due
 */
record RecordedVisit(String event, VisitStatus status, LocalDate date, String reason) {

    static RecordedVisit none(String event) {
        return new RecordedVisit(event, VisitStatus.PLANNED, null, null);
    }
}
