package org.casebook.schedule;

import java.time.LocalDate;
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

/** Counts the windows of one participant from what is recorded. Days are calendar days; day 0 is the anchor's date. */
final class Windows {

    private final Map<String, EventDefinition> events;
    private final Map<String, RecordedVisit> visits;
    private final Map<Anchor, LocalDate> anchors;

    Windows(List<EventDefinition> events, Map<String, RecordedVisit> visits, Map<Anchor, LocalDate> anchors) {
        this.events = events.stream().collect(Collectors.toMap(EventDefinition::oid, Function.identity()));
        this.visits = Map.copyOf(visits);
        this.anchors = Map.copyOf(anchors);
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
        return dayZero(timing, asked)
                .map(day -> new Window(timing.planned(day), timing.earliest(day), timing.latest(day)));
    }

    private Optional<LocalDate> dayZero(Timing timing, Set<String> asked) {
        RecordedVisit visit = recorded(timing.anchorEventOid());
        Optional<Anchor> captured = Anchor.of(timing);
        LocalDate real = captured.isPresent() ? anchors.get(captured.get()) : visit.date();
        if (real != null) {
            return Optional.of(real);
        }
        boolean stoodIn = !timing.fromRandomization()
                && visit.status() == VisitStatus.NOT_DONE
                && timing.skipped() == SkippedAnchor.PLANNED_DATE;
        EventDefinition anchor = events.get(timing.anchorEventOid());
        return stoodIn && anchor != null ? of(anchor, asked).map(Window::planned) : Optional.empty();
    }

    private RecordedVisit recorded(String event) {
        return visits.getOrDefault(event, RecordedVisit.none(event));
    }
}
