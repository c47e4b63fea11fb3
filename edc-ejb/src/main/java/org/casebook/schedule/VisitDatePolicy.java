package org.casebook.schedule;

import java.time.LocalDate;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.OutsideWindow;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Words;

/**
 * Which dates a visit can have, and when a reason is due.
 *
 * @param today the date at the site
 */
record VisitDatePolicy(StudyDefinition study, LocalDate today) {

    /** A visit this long ago is a slip of the keyboard; no trial that is entered here has begun before. */
    private static final int MOST_YEARS_AGO = 30;

    /**
     * Refuses a date that cannot be, or that needs a reason.
     *
     * @param visit as it stood before
     * @param reason null when none was given
     */
    void require(PlannedVisit visit, LocalDate date, String reason) {
        requirePast(date);
        if (reason == null && !date.equals(visit.date())) {
            requireNoReasonDue(visit, date);
        }
    }

    private void requirePast(LocalDate date) {
        if (date == null) {
            throw new Invalid("The visit date is missing. Give the date at the site, for example 2026-03-31.");
        }
        if (date.isBefore(today.minusYears(MOST_YEARS_AGO))) {
            throw new Invalid("The date " + date + " lies more than " + MOST_YEARS_AGO
                    + " years back. Check the year, and give the date on which the visit really took place.");
        }
        if (date.isAfter(today)) {
            throw new Invalid("The date " + date + " lies in the future (today at the site is " + today
                    + "). Give the date on which the visit really took place.");
        }
    }

    private void requireNoReasonDue(PlannedVisit visit, LocalDate date) {
        if (visit.date() != null || visit.state() == VisitState.NOT_DONE) {
            throw new Invalid("“" + visit.name() + "” is recorded already. Say why that changes, and save again.");
        }
        EventDefinition.Timing timing = study.event(visit.event()).timing();
        boolean outside = visit.window() != null && !visit.window().covers(date);
        if (outside && timing.outside() == OutsideWindow.REASON) {
            throw new VisitOutsideWindow(visit.name(), date, visit.window());
        }
    }

    /** The reason without spaces around it; refused when there is none. */
    static String needed(String reason, String what) {
        String why = strip(reason);
        if (why == null) {
            throw new Invalid("A reason is missing. Say " + what + ".");
        }
        return why;
    }

    static String strip(String reason) {
        return Words.find(reason).orElse(null);
    }
}
