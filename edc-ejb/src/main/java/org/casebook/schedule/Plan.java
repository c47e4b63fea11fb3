package org.casebook.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.Occurrence;
import org.casebook.definition.EventDefinition.OutsideWindow;

/**
 * The schedule of one participant as of one day.
 *
 * @param events the events of the participant's study version, in order, with the recorded occurrences of those that repeat
 * @param visits what is recorded, by event OID
 * @param anchors captured dates that windows count from, and times by which they are judged
 * @param zone of the site
 * @param today the date at the site
 * @param over what is over for the participant
 */
record Plan(
        List<EventDefinition> events,
        Map<String, RecordedVisit> visits,
        Map<Anchor, Captured> anchors,
        ZoneId zone,
        LocalDate today,
        Over over) {

    /** Every scheduled event, and those unscheduled ones that were recorded, in the study's order. */
    List<PlannedVisit> list() {
        Windows windows = new Windows(events, visits, anchors, zone);
        return events.stream()
                .filter(event -> event.isScheduled() || !event.isLog() && visits.containsKey(event.oid()))
                .map(event -> visit(event, windows))
                .toList();
    }

    Optional<PlannedVisit> find(String event) {
        Windows windows = new Windows(events, visits, anchors, zone);
        return events.stream()
                .filter(candidate -> candidate.oid().equals(event) && !candidate.isLog())
                .findFirst()
                .or(() -> next(event))
                .map(found -> visit(found, windows));
    }

    /** The visit, where it is the one that comes next of those that repeat. */
    private Optional<EventDefinition> next(String visit) {
        return events.stream()
                .filter(event -> event.oid().equals(Occurrence.of(visit).event()))
                .flatMap(event -> event.next(visits.keySet()).stream())
                .filter(next -> next.oid().equals(visit))
                .findFirst();
    }

    private PlannedVisit visit(EventDefinition event, Windows windows) {
        RecordedVisit recorded = visits.getOrDefault(event.oid(), RecordedVisit.none(event.oid()));
        Window window = windows.of(event).orElse(null);
        LocalTime time = recorded.status() == VisitStatus.DONE ? windows.timeOf(event) : null;
        return new PlannedVisit(
                event.oid(),
                event.name().shown(),
                window,
                recorded.date(),
                stateOf(event, recorded, window, time),
                recorded.reason(),
                time);
    }

    private VisitState stateOf(EventDefinition event, RecordedVisit recorded, Window window, LocalTime time) {
        return switch (recorded.status()) {
            case NOT_DONE -> VisitState.NOT_DONE;
            case DONE -> isJudged(event, window) ? window.positionOf(recorded.date(), time) : VisitState.DONE;
            case PLANNED -> openState(event, window);
        };
    }

    private static boolean isJudged(EventDefinition event, Window window) {
        return window != null && event.timing().outside() != OutsideWindow.OFF;
    }

    private VisitState openState(EventDefinition event, Window window) {
        if (event.isScheduled() && event.timing() == null) {
            return untimedState(event);
        }
        LocalDate until = over.until(event);
        if (until != null) {
            boolean fell = window != null && window.latest().isBefore(until);
            return fell ? VisitState.MISSED : VisitState.NOT_EXPECTED;
        }
        if (window == null) {
            return VisitState.UNPLANNED;
        }
        if (today.isBefore(window.earliest())) {
            return VisitState.PLANNED;
        }
        if (!today.isAfter(window.latest())) {
            return VisitState.DUE;
        }
        return laterVisitTookPlace(event) ? VisitState.MISSED : VisitState.OVERDUE;
    }

    /** Without timing, the first event opens the schedule; any other comes when the participation ends. */
    private VisitState untimedState(EventDefinition event) {
        boolean first =
                events.stream().filter(EventDefinition::isScheduled).allMatch(other -> other.order() >= event.order());
        if (first) {
            return over.ended() == null ? VisitState.DUE : VisitState.NOT_EXPECTED;
        }
        return over.ended() == null ? VisitState.UNPLANNED : VisitState.DUE;
    }

    private boolean laterVisitTookPlace(EventDefinition event) {
        return events.stream()
                .filter(later -> later.isScheduled() && later.order() > event.order())
                .map(later -> visits.get(later.oid()))
                .anyMatch(visit -> visit != null && visit.status() == VisitStatus.DONE);
    }
}
