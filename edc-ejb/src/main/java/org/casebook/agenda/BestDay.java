package org.casebook.agenda;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casebook.schedule.Window;

/**
 * The day that serves a visit best: within its window, not before today, and where windows of the participant's other visits
 * overlap it, a day on which most of them are open; among such days one from Monday to Friday if there is any, the one nearest to
 * the planned dates, the earliest of equals.
 *
 * @param others windows of the participant's other visits that are still to do
 */
record BestDay(Window window, List<Window> others, LocalDate today) {

    /** Empty when the window has closed. */
    Optional<LocalDate> find() {
        LocalDate first = window.earliest().isBefore(today) ? today : window.earliest();
        return first.isAfter(window.latest())
                ? Optional.empty()
                : first.datesUntil(window.latest().plusDays(1))
                        .min(Comparator.comparingLong((LocalDate day) -> -together(day))
                                .thenComparing(BestDay::isWeekend)
                                .thenComparingLong(this::distance)
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private long together(LocalDate day) {
        return others.stream().filter(other -> other.covers(day)).count();
    }

    private long distance(LocalDate day) {
        long own = away(window, day);
        return own
                + others.stream()
                        .filter(other -> other.covers(day))
                        .mapToLong(other -> away(other, day))
                        .sum();
    }

    private static long away(Window window, LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(window.planned(), day));
    }
}
