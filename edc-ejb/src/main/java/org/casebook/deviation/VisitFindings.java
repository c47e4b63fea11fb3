package org.casebook.deviation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.OutsideWindow;
import org.casebook.schedule.Hours;
import org.casebook.schedule.Over;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitState;

/**
 * Deviations that show in the schedule. None depends on today: what is missed shows by a later visit or by the end, so that
 * looking at another time finds the same.
 */
record VisitFindings(Conduct conduct, Over over) {

    static VisitFindings of(Conduct conduct) {
        return new VisitFindings(conduct, Over.of(conduct.participant(), conduct.study()));
    }

    List<Finding> list() {
        List<Finding> found = new ArrayList<>();
        for (PlannedVisit visit : conduct.plan()) {
            outsideWindow(visit)
                    .or(() -> leftOut(visit))
                    .or(() -> outOfOrder(visit))
                    .ifPresent(found::add);
            beforeConsent(visit).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Finding> outsideWindow(PlannedVisit visit) {
        return switch (visit.state()) {
            case EARLY -> Optional.of(dated(Kind.VISIT_EARLY, visit));
            case LATE -> Optional.of(dated(Kind.VISIT_LATE, visit));
            default -> Optional.empty();
        };
    }

    private static Finding dated(Kind kind, PlannedVisit visit) {
        Finding found = Finding.ofVisit(
                kind,
                visit.event(),
                visit.date(),
                visit.window().earliest(),
                visit.window().latest());
        return visit.timed() ? found.at(times(visit)) : found;
    }

    private static Finding.Times times(PlannedVisit visit) {
        Hours hours = visit.window().hours();
        return new Finding.Times(
                visit.time(), hours.earliest().toLocalTime(), hours.latest().toLocalTime());
    }

    /** Of who never came into the study no visit after screening was expected. */
    private Optional<Finding> leftOut(PlannedVisit visit) {
        EventDefinition event = conduct.study().event(visit.event());
        if (conduct.enrolledOn() == null
                || !event.isScheduled()
                || visit.state().tookPlace()) {
            return Optional.empty();
        }
        LocalDate until = over.until(event);
        boolean closedBefore = visit.window() != null
                && until != null
                && visit.window().latest().isBefore(until);
        if (visit.state() == VisitState.NOT_DONE) {
            return until == null || closedBefore ? Optional.of(planned(Kind.VISIT_NOT_DONE, visit)) : Optional.empty();
        }
        if (event.timing() != null && event.timing().outside() == OutsideWindow.OFF) {
            return Optional.empty();
        }
        boolean passedOver = until == null && visit.window() != null && laterVisitAfter(visit);
        return closedBefore || passedOver ? Optional.of(planned(Kind.VISIT_MISSED, visit)) : Optional.empty();
    }

    private static Finding planned(Kind kind, PlannedVisit visit) {
        return visit.window() == null
                ? Finding.ofVisit(kind, visit.event(), null, null, null)
                : Finding.ofVisit(
                        kind,
                        visit.event(),
                        visit.window().planned(),
                        visit.window().earliest(),
                        visit.window().latest());
    }

    private boolean laterVisitAfter(PlannedVisit visit) {
        return scheduledDone(visit).stream()
                .anyMatch(other -> order(other) > order(visit)
                        && other.date().isAfter(visit.window().latest()));
    }

    /** A visit outside its window is listed as that, and nothing more is said of its order. */
    private Optional<Finding> outOfOrder(PlannedVisit visit) {
        if (!inOrder(visit)) {
            return Optional.empty();
        }
        return scheduledDone(visit).stream()
                .filter(this::inOrder)
                .filter(other -> order(other) < order(visit) && other.date().isAfter(visit.date()))
                .map(PlannedVisit::date)
                .max(LocalDate::compareTo)
                .map(earlier -> Finding.ofVisit(Kind.VISIT_OUT_OF_ORDER, visit.event(), visit.date(), earlier, null));
    }

    private boolean inOrder(PlannedVisit visit) {
        return (visit.state() == VisitState.IN_WINDOW || visit.state() == VisitState.DONE)
                && conduct.study().event(visit.event()).isScheduled();
    }

    private Optional<Finding> beforeConsent(PlannedVisit visit) {
        LocalDate consent = conduct.participant().gate().consentDate();
        return consent != null && visit.date() != null && visit.date().isBefore(consent)
                ? Optional.of(Finding.ofVisit(Kind.VISIT_BEFORE_CONSENT, visit.event(), visit.date(), consent, null))
                : Optional.empty();
    }

    /** Those that a visit is held against: never one that only one arm has, unless it is such a one itself, or what is said would tell. */
    private List<PlannedVisit> scheduledDone(PlannedVisit visit) {
        boolean ofOneArm = isOfOneArm(visit);
        return conduct.plan().stream()
                .filter(other -> ofOneArm || !isOfOneArm(other))
                .filter(other -> other.state().tookPlace() && Objects.nonNull(other.date()))
                .filter(other -> conduct.study().event(other.event()).isScheduled())
                .toList();
    }

    private boolean isOfOneArm(PlannedVisit visit) {
        return conduct.study().event(visit.event()).isOfOneArm();
    }

    private int order(PlannedVisit visit) {
        return conduct.study().event(visit.event()).order();
    }
}
