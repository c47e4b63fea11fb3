package org.casebook.agenda;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitState;
import org.casebook.schedule.Visits;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** What is to be done at a place today and soon, and how much of what was due is overdue. */
@Stateless
public class AgendaDesk {

    @Inject
    private Participants participants;

    @Inject
    private Visits visits;

    @Inject
    private SiteRegister sites;

    @Inject
    private Definitions definitions;

    @Inject
    private RequestClock clock;

    /** The visits of the scope as of today at each site; of locked participants none is asked for. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public Agenda today(Scope scope) {
        Map<String, LocalDate> days = sites.list(scope).stream()
                .collect(Collectors.toMap(SiteView::number, site -> clock.today(site.zone())));
        List<AgendaLine> lines = new ArrayList<>();
        Map<String, List<PlannedVisit>> plans = visits.plans(scope);
        for (Participant person : participants.list(scope)) {
            if (!person.locked()) {
                List<PlannedVisit> plan = plans.getOrDefault(person.key(), List.of());
                lines.addAll(new DayPolicy(person.site(), person.key(), plan, days.get(person.site())).lines());
            }
        }
        return new Agenda(
                some(lines, Set.of(VisitState.DUE)),
                some(lines, Set.of(VisitState.PLANNED)),
                some(lines, Set.of(VisitState.OVERDUE, VisitState.MISSED)));
    }

    private static List<AgendaLine> some(List<AgendaLine> lines, Set<VisitState> states) {
        return lines.stream()
                .filter(line -> states.contains(line.state()))
                .sorted(Comparator.comparing(AgendaLine::turn)
                        .thenComparing(AgendaLine::site)
                        .thenComparing(AgendaLine::subject))
                .toList();
    }

    /** How much of what was due by now is overdue, by site and visit. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public OverdueMatrix overdue(Scope scope) {
        List<Participant> people = participants.list(scope);
        Map<String, List<PlannedVisit>> plans = visits.plans(scope);
        OverdueCount count = new OverdueCount(columns(people, plans));
        people.forEach(person -> count.add(person.site(), plans.getOrDefault(person.key(), List.of())));
        return count.matrix();
    }

    /** The visits of the newest version among them that somebody's plan holds. */
    private List<OverdueMatrix.Column> columns(List<Participant> people, Map<String, List<PlannedVisit>> plans) {
        Set<String> planned = plans.values().stream()
                .flatMap(List::stream)
                .map(PlannedVisit::event)
                .collect(Collectors.toSet());
        return people.stream()
                .map(Participant::versionId)
                .max(Comparator.naturalOrder())
                .map(newest -> definitions.get(newest).scheduledEvents().stream()
                        .filter(event -> planned.contains(event.oid()))
                        .map(event -> new OverdueMatrix.Column(
                                event.oid(), event.name().shown()))
                        .toList())
                .orElse(List.of());
    }
}
