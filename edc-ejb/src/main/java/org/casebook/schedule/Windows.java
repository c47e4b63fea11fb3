package org.casebook.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.SkippedAnchor;
import org.casebook.definition.EventDefinition.Timing;

/**
 * Counts the windows of one participant from what is recorded. Days are calendar days; day 0 is the anchor's date. Where the
 * study names times and that of day 0 is known, hours are counted to the minute.
 */
final class Windows {

    private final Map<String, EventDefinition> events;
    private final Map<String, RecordedVisit> visits;
    private final Map<Anchor, Captured> anchors;
    private final ZoneId zone;

    /**
     * @param zone of the site
     */
    Windows(
            List<EventDefinition> events,
            Map<String, RecordedVisit> visits,
            Map<Anchor, Captured> anchors,
            ZoneId zone) {
        this.events = events.stream().collect(Collectors.toMap(EventDefinition::oid, Function.identity()));
        this.visits = Map.copyOf(visits);
        this.anchors = Map.copyOf(anchors);
        this.zone = zone;
    }

    /** The window of an event; empty when it has no timing or its day 0 is not known. */
    Optional<Window> of(EventDefinition event) {
        return of(event, new HashSet<>());
    }

    private Optional<Window> of(EventDefinition event, Set<String> asked) {
        Timing timing = event.timing();
        // An event that waits for itself by way of others has no day 0.
        if (timing == null || !asked.add(event.oid())) {
            return Optional.empty();
        }
        return dayZero(timing, asked).map(zero -> window(timing, zero));
    }

    private Window window(Timing timing, Captured zero) {
        LocalDate day = zero.date();
        return zero.time() == null
                ? new Window(timing.planned(day), timing.earliest(day), timing.latest(day))
                : Hours.of(timing, day.atTime(zero.time()), zone).window();
    }

    private Optional<Captured> dayZero(Timing timing, Set<String> asked) {
        RecordedVisit visit = recorded(timing.anchorEventOid());
        Optional<Anchor> captured = Anchor.of(timing);
        LocalDate real = captured.isPresent() ? told(captured).date() : visit.date();
        if (real != null) {
            return Optional.of(new Captured(real, told(Anchor.ofTime(timing)).time()));
        }
        boolean stoodIn = !timing.fromRandomization()
                && visit.status() == VisitStatus.NOT_DONE
                && timing.skipped() == SkippedAnchor.PLANNED_DATE;
        EventDefinition anchor = events.get(timing.anchorEventOid());
        return stoodIn && anchor != null
                ? of(anchor, asked).map(Window::planned).map(Captured::on)
                : Optional.empty();
    }

    /** The time at which a visit took place; null while it is not known, and where it does not matter. */
    LocalTime timeOf(EventDefinition event) {
        return told(Anchor.ofVisitTime(event)).time();
    }

    private Captured told(Optional<Anchor> anchor) {
        return anchor.map(anchors::get).orElse(Captured.NOTHING);
    }

    private RecordedVisit recorded(String event) {
        return visits.getOrDefault(event, RecordedVisit.none(event));
    }
}
