package org.casebook.schedule;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When a visit may take place; all three are dates at the site, {@code earliest <= planned <= latest}.
 *
 * @param hours the same to the minute; null where it is judged by day alone, as long as the time of day 0 is not known too
 */
public record Window(LocalDate planned, LocalDate earliest, LocalDate latest, Hours hours) {

    /** A window by days. */
    public Window(LocalDate planned, LocalDate earliest, LocalDate latest) {
        this(planned, earliest, latest, null);
    }

    public boolean covers(LocalDate date) {
        return !date.isBefore(earliest) && !date.isAfter(latest);
    }

    /** Whether a visit is judged to the minute by this time of its day. */
    public boolean isJudgedAt(LocalTime time) {
        return hours != null && time != null;
    }

    /**
     * @param time at which the visit took place; null while that is not known: then its date alone is judged
     */
    VisitState positionOf(LocalDate date, LocalTime time) {
        if (isJudgedAt(time)) {
            return hours.positionOf(date.atTime(time));
        }
        if (date.isBefore(earliest)) {
            return VisitState.EARLY;
        }
        return date.isAfter(latest) ? VisitState.LATE : VisitState.IN_WINDOW;
    }
}
