package org.casebook.schedule;

import java.time.LocalDate;

/** When a visit may take place; all three are dates at the site, {@code earliest <= planned <= latest}. */
public record Window(LocalDate planned, LocalDate earliest, LocalDate latest) {

    public boolean covers(LocalDate date) {
        return !date.isBefore(earliest) && !date.isAfter(latest);
    }

    VisitState positionOf(LocalDate date) {
        if (date.isBefore(earliest)) {
            return VisitState.EARLY;
        }
        return date.isAfter(latest) ? VisitState.LATE : VisitState.IN_WINDOW;
    }
}
