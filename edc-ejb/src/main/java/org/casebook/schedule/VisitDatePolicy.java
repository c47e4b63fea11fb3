package org.casebook.schedule;

import java.io.Serializable;
import java.time.LocalDate;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.OutsideWindow;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
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
            throw refusal("noDate");
        }
        if (date.isBefore(today.minusYears(MOST_YEARS_AGO))) {
            throw refusal("tooEarly", date, MOST_YEARS_AGO);
        }
        if (date.isAfter(today)) {
            throw refusal("future", date, today);
        }
    }

    private void requireNoReasonDue(PlannedVisit visit, LocalDate date) {
        EventDefinition event = study.event(visit.event());
        if (visit.date() != null || visit.state() == VisitState.NOT_DONE) {
            throw refusal(event.repeats() ? "recordedAlreadyRepeats" : "recordedAlready", visit.name());
        }
        EventDefinition.Timing timing = event.timing();
        boolean outside = visit.window() != null && !visit.window().covers(date);
        if (outside && timing.outside() == OutsideWindow.REASON) {
            throw new VisitOutsideWindow(visit.name(), date, visit.window());
        }
    }

    /**
     * The reason without spaces around it; refused when there is none.
     *
     * @param otherwise the phrase that says what the reason is for
     */
    static String needed(String reason, String otherwise, String visit) {
        String why = strip(reason);
        if (why == null) {
            throw refusal(otherwise, visit);
        }
        return why;
    }

    static Invalid refusal(String key, Serializable... parts) {
        return new Invalid(Sentence.of("schedule", key, parts));
    }

    static String strip(String reason) {
        return Words.find(reason).orElse(null);
    }
}
