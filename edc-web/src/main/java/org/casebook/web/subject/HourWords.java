package org.casebook.web.subject;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.casebook.schedule.Hours;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitState;
import org.casebook.schedule.Window;
import org.casebook.web.shell.Words;

/** Says a window, to the minute with the site's zone where it is judged by the hour. */
public final class HourWords {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private HourWords() {}

    /** When a visit is planned, and from when to when it may take place. */
    static String window(Window window) {
        Hours hours = window.hours();
        if (hours == null) {
            return Words.of(
                    "subject",
                    "window",
                    window.planned().toString(),
                    window.earliest().toString(),
                    window.latest().toString());
        }
        LocalDate day = hours.planned().toLocalDate();
        return Words.of(
                "subject",
                "windowOfHours",
                MINUTE.format(hours.planned()),
                after(day, hours.earliest()),
                after(day, hours.latest()),
                hours.zone().getId());
    }

    /** When the window opens. */
    public static String opens(Window window) {
        return window.hours() == null
                ? window.earliest().toString()
                : MINUTE.format(window.hours().earliest());
    }

    /** When it closes, with the zone where a time is said. */
    public static String closes(Window window) {
        return window.hours() == null
                ? window.latest().toString()
                : MINUTE.format(window.hours().latest()) + " "
                        + window.hours().zone().getId();
    }

    /** When the visit took place; empty when that is not recorded. */
    static String date(PlannedVisit visit) {
        if (visit.date() == null) {
            return "";
        }
        return visit.time() == null ? visit.date().toString() : visit.date() + " " + CLOCK.format(visit.time());
    }

    /** How a visit lies to the hours of its window, or what they are; empty where none are known. */
    static String note(PlannedVisit visit) {
        if (visit.window() == null || visit.window().hours() == null) {
            return "";
        }
        String window = window(visit.window());
        String key = switch (visit.timed() ? visit.state() : VisitState.UNPLANNED) {
            case EARLY -> "hoursEarly";
            case LATE -> "hoursLate";
            case IN_WINDOW -> "hoursIn";
            default -> "hours";
        };
        return Words.of("subject", key, window, date(visit));
    }

    /** Whether the note says that it lies outside. */
    static boolean isOutside(PlannedVisit visit) {
        return visit.timed() && (visit.state() == VisitState.EARLY || visit.state() == VisitState.LATE);
    }

    /** The time alone where the day has been said. */
    private static String after(LocalDate said, ZonedDateTime time) {
        return time.toLocalDate().equals(said) ? CLOCK.format(time) : MINUTE.format(time);
    }
}
