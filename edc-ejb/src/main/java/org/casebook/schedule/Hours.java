package org.casebook.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.casebook.definition.EventDefinition.Timing;

/**
 * A window to the minute, in the site's zone, both ends within. Hours are elapsed hours: across a clock change 24 hours are no
 * day of the calendar. A time that a clock change lets happen twice is taken as the first of the two, one that it leaves out as
 * so much later.
 */
public record Hours(ZonedDateTime planned, ZonedDateTime earliest, ZonedDateTime latest) {

    static Hours of(Timing timing, LocalDateTime zero, ZoneId zone) {
        ZonedDateTime planned = timing.target().from(zero.atZone(zone));
        return new Hours(
                planned, timing.before().negated().from(planned), timing.after().from(planned));
    }

    public ZoneId zone() {
        return planned.getZone();
    }

    VisitState positionOf(LocalDateTime time) {
        ZonedDateTime at = time.atZone(zone());
        if (at.isBefore(earliest)) {
            return VisitState.EARLY;
        }
        return at.isAfter(latest) ? VisitState.LATE : VisitState.IN_WINDOW;
    }

    Window window() {
        return new Window(planned.toLocalDate(), earliest.toLocalDate(), latest.toLocalDate(), this);
    }
}
