package org.casebook.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitState;
import org.casebook.schedule.Window;

/**
 * What one participant's schedule asks for as of one day.
 *
 * @param today the date at the site
 */
record DayPolicy(String site, String subject, List<PlannedVisit> plan, LocalDate today) {

    /** The visits to do now, soon, or late already, in the study's order. */
    List<AgendaLine> lines() {
        return plan.stream().filter(this::isAsked).map(this::line).toList();
    }

    private boolean isAsked(PlannedVisit visit) {
        return switch (visit.state()) {
            case DUE, OVERDUE, MISSED -> true;
            case PLANNED -> !visit.window().earliest().isAfter(today.plusDays(Agenda.SOON));
            default -> false;
        };
    }

    private AgendaLine line(PlannedVisit visit) {
        List<PlannedVisit> others = plan.stream()
                .filter(other -> !other.event().equals(visit.event()) && isToDo(other))
                .toList();
        LocalDate best = best(visit, others).orElse(null);
        List<String> together = others.stream()
                .filter(other -> best != null && other.window().covers(best))
                .map(PlannedVisit::name)
                .toList();
        return new AgendaLine(
                site, subject, visit.event(), visit.name(), visit.state(), visit.window(), best, together, today);
    }

    private Optional<LocalDate> best(PlannedVisit visit, List<PlannedVisit> others) {
        if (visit.window() == null) {
            return Optional.empty();
        }
        if (visit.state() == VisitState.MISSED) {
            return Optional.empty();
        }
        List<Window> windows = others.stream().map(PlannedVisit::window).toList();
        return visit.state() == VisitState.OVERDUE
                ? Optional.of(today)
                : new BestDay(visit.window(), windows, today).find();
    }

    private static boolean isToDo(PlannedVisit visit) {
        return visit.window() != null && (visit.state() == VisitState.DUE || visit.state() == VisitState.PLANNED);
    }
}
