package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.casebook.deviation.DeviationDesk;
import org.casebook.deviation.DeviationFilter;
import org.casebook.deviation.DeviationState;
import org.casebook.deviation.DeviationView;
import org.casebook.deviation.Kind;
import org.casebook.explanation.Explanation;
import org.casebook.explanation.Explanations;
import org.casebook.kernel.Scope;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitPlan;
import org.casebook.schedule.VisitState;
import org.casebook.site.Sites;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows in hours, judged by the times that forms tell, in the night in which clocks go back at the site. */
class HoursIT extends AtTheSite {
    private static final String STUDY = "HOURS";
    private static final Scope SITE = Scope.of(STUDY, "101");
    private static final LocalDate INJECTED = LocalDate.parse("2025-10-25");
    private static final LocalDate NEXT = LocalDate.parse("2025-10-26");

    @Inject
    private VisitPlan plan;

    @Inject
    private DeviationDesk deviations;

    @Inject
    private Explanations explanations;

    @Inject
    private Sites sites;

    private String subject;
    private long injection;
    private long call;

    @BeforeEach
    void injected() {
        trial.open(STUDY, "studies/hours.xml");
        subject = trial.participant(STUDY, "101");
        plan.date(SITE, subject, "SE.INJ", INJECTED, null);
        injection = work.start(SITE, subject, "SE.INJ", "F.INJ");
        work.type(SITE, injection, "INJDAT", INJECTED.toString());
        plan.date(SITE, subject, "SE.24", NEXT, null);
        call = work.start(SITE, subject, "SE.24", "F.CALL");
    }

    @Test
    void a_call_is_judged_by_the_hours_that_elapsed_and_the_deviation_follows_each_correction() {
        work.type(SITE, call, "CALLTIM", "05:29");
        assertThat(visit("SE.24").state())
                .as("by day as long as day 0 has no time")
                .isEqualTo(VisitState.IN_WINDOW);
        assertThat(visit("SE.24").window().hours()).isNull();
        work.type(SITE, injection, "INJTIM", "10:30");
        // the clock went back by an hour: 05:30 is 20 hours after 10:30, not 19
        assertThat(visit("SE.24").window().hours().earliest().toString())
                .isEqualTo("2025-10-26T05:30+01:00[Europe/Stockholm]");
        assertThat(visit("SE.24").state()).isEqualTo(VisitState.EARLY);
        assertThat(visit("SE.24").time()).isEqualTo(LocalTime.parse("05:29"));
        DeviationView early = only();
        assertThat(early.kind()).isEqualTo(Kind.VISIT_EARLY);
        assertThat(early.description())
                .contains("26 October 2025, 05:29", "26 October 2025, 05:30", "26 October 2025, 13:30");
        work.type(SITE, call, "CALLTIM", "13:31");
        assertThat(only().kind()).isEqualTo(Kind.VISIT_LATE);
        work.type(SITE, call, "CALLTIM", "13:30");
        assertThat(visit("SE.24").state()).isEqualTo(VisitState.IN_WINDOW);
        assertThat(standing()).isEmpty();
        work.type(SITE, injection, "INJTIM", "07:00");
        assertThat(visit("SE.24").state()).as("day 0 moved under it").isEqualTo(VisitState.LATE);
        assertThat(only().description()).contains("26 October 2025, 10:00");
        work.type(SITE, injection, "INJTIM", "08:15");
        assertThat(only().description()).contains("26 October 2025, 11:15");
        work.type(SITE, injection, "INJTIM", null);
        assertThat(visit("SE.24").state()).as("without its time by day again").isEqualTo(VisitState.IN_WINDOW);
        assertThat(standing()).isEmpty();
    }

    @Test
    void a_form_that_is_void_tells_no_time_and_what_is_no_time_is_none() {
        work.type(SITE, injection, "INJTIM", "10:30");
        work.type(SITE, call, "CALLTIM", "14:30");
        assertThat(visit("SE.24").state()).isEqualTo(VisitState.LATE);
        work.type(SITE, call, "CALLTIM", "25:99");
        assertThat(visit("SE.24").state()).isEqualTo(VisitState.IN_WINDOW);
        work.type(SITE, call, "CALLTIM", "2:30 pm");
        assertThat(visit("SE.24").state()).isEqualTo(VisitState.LATE);
        desk.voidForm(SITE, call, "entered for another participant");
        assertThat(visit("SE.24").state()).isEqualTo(VisitState.IN_WINDOW);
        assertThat(standing()).isEmpty();
    }

    @Test
    void hours_count_from_a_visit_too_and_days_are_not_touched() {
        work.type(SITE, injection, "INJTIM", "10:30");
        work.type(SITE, call, "CALLTIM", "09:00");
        assertThat(visit("SE.48").window().hours().planned().toLocalDateTime()).isEqualTo("2025-10-27T09:00");
        plan.date(SITE, subject, "SE.48", NEXT.plusDays(1), null);
        long second = work.start(SITE, subject, "SE.48", "F.CALL");
        work.type(SITE, second, "CALLTIM", "10:01");
        assertThat(visit("SE.48").state()).isEqualTo(VisitState.LATE);
        assertThat(visit("SE.7").window().hours()).isNull();
        assertThat(visit("SE.7").window().planned()).isEqualTo(INJECTED.plusDays(7));
    }

    @Test
    void a_corrected_zone_of_the_site_counts_the_hours_anew() {
        Scope south = Scope.of(STUDY, "102");
        String other = trial.participant(STUDY, "102");
        plan.date(south, other, "SE.INJ", INJECTED, null);
        plan.date(south, other, "SE.24", NEXT, null);
        long first = work.start(south, other, "SE.INJ", "F.INJ");
        work.type(south, first, "INJDAT", INJECTED.toString());
        work.type(south, first, "INJTIM", "10:30");
        work.type(south, work.start(south, other, "SE.24", "F.CALL"), "CALLTIM", "06:00");
        assertThat(kinds(south)).isEmpty();
        trial.as(People.person("admin-" + STUDY, "/system/administrator"));
        sites.correctZone(south, "Africa/Algiers", "Was taken for Stockholm.");
        trial.coordinator(STUDY, "102");
        assertThat(kinds(south)).containsExactly(Kind.VISIT_EARLY);
    }

    private List<Kind> kinds(Scope place) {
        return deviations.list(place, new DeviationFilter(DeviationState.STANDS, null, null, false, null)).stream()
                .map(DeviationView::kind)
                .toList();
    }

    @Test
    void why_it_is_early_says_the_hours_and_what_they_are_counted_from() {
        work.type(SITE, call, "CALLTIM", "05:29");
        assertThat(inputs()).contains("Time of the injection: null (Not recorded: until then it is judged by day)");
        work.type(SITE, injection, "INJTIM", "10:30");
        Explanation.Reason reason =
                explanations.visit(SITE, subject, "SE.24").reasons().get(0);
        assertThat(reason.sentence()).contains("2025-10-26 05:30");
        assertThat(reason.rule())
                .contains("2025-10-26 09:30", "2025-10-26 05:30", "2025-10-26 13:30", "Europe/Stockholm");
        assertThat(inputs())
                .contains(
                        "Date of the injection: 2025-10-25 (null)",
                        "Time of the injection: 10:30 (null)",
                        "Time of the call: 05:29 (null)");
    }

    private List<String> inputs() {
        return explanations.visit(SITE, subject, "SE.24").reasons().get(0).inputs().stream()
                .map(input -> input.question() + ": " + input.value() + " (" + input.note() + ")")
                .toList();
    }

    private PlannedVisit visit(String event) {
        return plan.plan(SITE, subject).stream()
                .filter(visit -> visit.event().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private DeviationView only() {
        assertThat(standing()).hasSize(1);
        return standing().get(0);
    }

    private List<DeviationView> standing() {
        return deviations.list(SITE, new DeviationFilter(DeviationState.STANDS, null, null, false, null)).stream()
                .filter(one -> one.subject().equals(subject))
                .toList();
    }
}
