package org.casebook.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.expectation.ExpectedForms;
import org.casebook.expectation.ExpectedForms.Collected;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.outcome.MeasurementRows.Begun;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.Visits;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;

/** Which visits were due by now, and how complete and timely those are that took place. */
@ApplicationScoped
class DueVisits {

    @Inject
    private Visits visits;

    @Inject
    private SiteRegister sites;

    @Inject
    private Definitions definitions;

    @Inject
    private ExpectedForms expected;

    @Inject
    private RequestClock clock;

    /** The schedules of a place as they stand. */
    record Schedules(Map<String, List<PlannedVisit>> plans, LocalDate today) {

        /** Whether the visit took place, was given up, or its window has passed; also when it is no longer expected. */
        boolean isDue(String subject, String event) {
            return plans.getOrDefault(subject, List.of()).stream()
                    .filter(visit -> visit.event().equals(event))
                    .anyMatch(visit -> switch (visit.state()) {
                        case UNPLANNED, PLANNED, DUE -> false;
                        case NOT_EXPECTED ->
                            visit.window() == null || visit.window().latest().isBefore(today);
                        default -> true;
                    });
        }
    }

    Schedules of(Scope scope) {
        return new Schedules(visits.plans(scope), clock.today(ZoneOffset.UTC));
    }

    Conduct conduct(Scope scope, List<Participant> people, List<Begun> forms) {
        List<SiteView> places = scope.wholeStudy() ? sites.list(scope) : List.of(sites.get(scope));
        Map<String, ZoneId> zones = places.stream().collect(Collectors.toMap(SiteView::number, SiteView::zone));
        Map<String, List<PlannedVisit>> plans = visits.plans(scope);
        Map<String, Collected> collected = expected.of(scope, people);
        Map<String, List<Begun>> bySubject = forms.stream().collect(Collectors.groupingBy(Begun::subject));
        Map<String, Tally> tallies = new TreeMap<>();
        for (Participant person : people) {
            Tally tally = tallies.computeIfAbsent(person.site(), site -> new Tally());
            StudyDefinition study = definitions.get(person.versionId());
            List<PlannedVisit> plan = plans.getOrDefault(person.key(), List.of());
            List<Begun> begun = bySubject.getOrDefault(person.key(), List.of());
            begun.forEach(form -> tally.begun(form, zones.get(person.site())));
            tally.count(plan);
            tally.expect(
                    plan.stream()
                            .filter(visit -> visit.state().tookPlace())
                            .map(visit -> study.event(visit.event()))
                            .toList(),
                    collected.getOrDefault(person.key(), Collected.NONE),
                    begun);
        }
        return lines(tallies);
    }

    private static Conduct lines(Map<String, Tally> tallies) {
        List<Conduct.Line> lines = new ArrayList<>();
        Tally all = new Tally();
        tallies.forEach((site, tally) -> {
            lines.add(tally.line(site));
            all.add(tally);
        });
        if (lines.size() > 1) {
            lines.add(all.line(null));
        }
        return new Conduct(lines);
    }

    /** What is counted of one site. */
    private static final class Tally {

        private int due;
        private int held;
        private int wanted;
        private int done;
        private final List<Long> days = new ArrayList<>();

        void begun(Begun form, ZoneId zone) {
            if (form.visit() != null) {
                long late = ChronoUnit.DAYS.between(
                        form.visit(), form.begun().atZone(zone).toLocalDate());
                days.add(Math.max(0, late));
            }
        }

        void count(List<PlannedVisit> plan) {
            for (PlannedVisit visit : plan) {
                switch (visit.state()) {
                    case UNPLANNED, PLANNED, DUE, NOT_EXPECTED -> {}
                    default -> {
                        due++;
                        held += visit.state().tookPlace() ? 1 : 0;
                    }
                }
            }
        }

        void expect(List<EventDefinition> tookPlace, Collected collected, List<Begun> begun) {
            Set<String> closed = new HashSet<>();
            begun.stream().filter(Begun::closed).forEach(form -> closed.add(form.event() + "/" + form.form()));
            for (EventDefinition event : tookPlace) {
                event.forms().stream()
                        .filter(form -> collected.expects(event, form))
                        .forEach(form -> {
                            wanted++;
                            done += closed.contains(event.oid() + "/" + form.formOid()) ? 1 : 0;
                        });
            }
        }

        void add(Tally other) {
            due += other.due;
            held += other.held;
            wanted += other.wanted;
            done += other.done;
            days.addAll(other.days);
        }

        Conduct.Line line(String site) {
            return new Conduct.Line(site, new Share(held, due), new Share(done, wanted), Conduct.Delay.of(days));
        }
    }
}
