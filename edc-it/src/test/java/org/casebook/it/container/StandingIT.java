package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.it.InContainer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.outcome.ChangeTable;
import org.casebook.outcome.Outcomes;
import org.casebook.report.Reports;
import org.casebook.report.Worklist;
import org.casebook.schedule.VisitPlan;
import org.casebook.schedule.VisitState;
import org.casebook.standing.Decision;
import org.casebook.standing.Standing;
import org.casebook.standing.StandingView;
import org.casebook.subject.Participants;
import org.casebook.subject.StatusDoesNotAllow;
import org.casebook.subject.SubjectStatus;
import org.casebook.subject.WithdrawalScope;
import org.junit.jupiter.api.Test;

/** How a participation goes and ends on the real database: steps, what they do to the schedule, and back again. */
class StandingIT extends InContainer {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    @Inject
    private Trial trial;

    @Inject
    private Standing standing;

    @Inject
    private Participants participants;

    @Inject
    private VisitPlan visits;

    @Inject
    private Reports reports;

    @Inject
    private Outcomes outcomes;

    @Inject
    private Casework casework;

    @Inject
    private AuditTrail trail;

    @Resource
    private UserTransaction transaction;

    @Test
    void an_end_takes_later_visits_from_schedule_and_worklist_and_can_be_taken_back() throws Exception {
        Scope site = open("STANDEND");
        String subject = randomized(site);
        visits.date(site, subject, "SE_SCREEN", TODAY.minusDays(60), null);
        assertThat(state(site, subject, "SE_DAY0")).isEqualTo(VisitState.OVERDUE);
        assertThat(overdue(site)).isEqualTo(1);

        StandingView lost = standing.change(site, subject, decision(SubjectStatus.LOST, null, TODAY.minusDays(50)));
        assertThat(lost.participant().status()).isEqualTo(SubjectStatus.LOST);
        assertThat(state(site, subject, "SE_DAY0")).isEqualTo(VisitState.NOT_EXPECTED);
        assertThat(overdue(site)).isZero();
        assertThat(lost.next()).containsExactly(SubjectStatus.WITHDRAWN, SubjectStatus.DIED);

        StandingView back = standing.takeBack(site, subject, "He answered the phone.");
        assertThat(back.participant().status()).isEqualTo(SubjectStatus.RANDOMIZED);
        assertThat(back.participant().ended()).isNull();
        assertThat(state(site, subject, "SE_DAY0")).isEqualTo(VisitState.OVERDUE);
        assertThat(back.history()).singleElement().satisfies(line -> {
            assertThat(line.holds()).isFalse();
            assertThat(line.back().reason()).isEqualTo("He answered the phone.");
        });
        assertThatThrownBy(() -> standing.takeBack(site, subject, "Again."))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("nothing to take back");
    }

    @Test
    void who_withdraws_from_treatment_keeps_the_visits_and_may_withdraw_from_more() throws Exception {
        Scope site = open("STANDWITHDRAW");
        String subject = randomized(site);
        standing.change(site, subject, decision(SubjectStatus.ON_TREATMENT, null, TODAY.minusDays(9)));
        StandingView treatment = standing.change(
                site, subject, decision(SubjectStatus.WITHDRAWN, WithdrawalScope.TREATMENT, TODAY.minusDays(5)));
        assertThat(treatment.participant().status()).isEqualTo(SubjectStatus.TREATMENT_STOPPED);
        assertThat(state(site, subject, "SE_DAY0")).isEqualTo(VisitState.NOT_EXPECTED);
        assertThat(state(site, subject, "SE_SCREEN")).isEqualTo(VisitState.DUE);

        standing.change(
                site, subject, decision(SubjectStatus.WITHDRAWN, WithdrawalScope.FOLLOW_UP, TODAY.minusDays(2)));
        assertThat(state(site, subject, "SE_SCREEN")).isEqualTo(VisitState.NOT_EXPECTED);
        StandingView data =
                standing.change(site, subject, decision(SubjectStatus.WITHDRAWN, WithdrawalScope.DATA, TODAY));
        assertThat(data.participant().dataWithdrawn()).isTrue();
        assertThat(data.participant().ended().date()).isEqualTo(TODAY.minusDays(2));

        standing.takeBack(site, subject, "Wrong letter.");
        standing.takeBack(site, subject, "Wrong participant.");
        assertThat(standing.get(site, subject).participant().status()).isEqualTo(SubjectStatus.TREATMENT_STOPPED);
        assertThat(state(site, subject, "SE_SCREEN")).isEqualTo(VisitState.DUE);
    }

    @Test
    void whoever_withdraws_the_use_of_the_data_is_in_no_outcome() throws Exception {
        Scope site = open("STANDDATA");
        String stays = randomized(site);
        String leaves = randomized(site);
        for (String subject : List.of(stays, leaves)) {
            casework.type(site, casework.start(site, subject, "SE_SCREEN", "PAIN"), "NRSLEG", "4");
        }
        assertThat(measured(site)).containsExactly(stays, leaves);
        standing.change(site, leaves, decision(SubjectStatus.WITHDRAWN, WithdrawalScope.FOLLOW_UP, TODAY.minusDays(2)));
        assertThat(measured(site)).containsExactly(stays, leaves);
        standing.change(site, leaves, decision(SubjectStatus.WITHDRAWN, WithdrawalScope.DATA, TODAY));
        assertThat(measured(site)).containsExactly(stays);
        standing.takeBack(site, leaves, "Wrong letter.");
        assertThat(measured(site)).containsExactly(stays, leaves);
    }

    private List<String> measured(Scope site) {
        return outcomes.changes(site, "NRSLEG").lines().stream()
                .map(ChangeTable.Line::subject)
                .toList();
    }

    @Test
    void a_screen_failure_names_its_criteria_and_each_step_is_in_the_trail() throws Exception {
        Scope site = open("STANDFAIL");
        String subject = trial.participant(site.study(), "101");
        StandingView failed = standing.change(
                site, subject, new Decision(SubjectStatus.SCREEN_FAILED, TODAY, "Opioids.", null, List.of("I5")));
        assertThat(failed.history().get(0).criteria()).containsExactly("I5");
        standing.takeBack(site, subject, "Dose was misread.");
        assertThatThrownBy(() -> standing.change(site, subject, decision(SubjectStatus.COMPLETED, null, TODAY)))
                .isInstanceOf(StatusDoesNotAllow.class)
                .hasMessageContaining("screening");

        assertThat(trail.lines(site, new TrailFilter(null, null, null, 0, 100)))
                .filteredOn(line -> line.action().startsWith("subject-status"))
                .extracting(AuditLine::action, AuditLine::newValue, AuditLine::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "subject-status-changed", "SCREEN_FAILED, " + TODAY + ", I5", "Opioids."),
                        org.assertj.core.groups.Tuple.tuple(
                                "subject-status-taken-back", "SCREENING", "Dose was misread."));
    }

    @Test
    void nobody_decides_from_another_site_or_without_the_right() throws Exception {
        Scope site = open("STANDSITE");
        String subject = trial.participant(site.study(), "101");
        trial.coordinator(site.study(), "102");
        Scope other = Scope.of(site.study(), "102");
        assertThatThrownBy(() -> standing.get(other, subject)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> standing.change(other, subject, decision(SubjectStatus.LOST, null, TODAY)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> standing.change(site, subject, decision(SubjectStatus.LOST, null, TODAY)))
                .isInstanceOf(NotAllowed.class);
        trial.as(People.person("monitor", "/studies/" + site.study() + "/all/monitor"));
        assertThat(standing.get(site, subject).history()).isEmpty();
        assertThatThrownBy(() -> standing.takeBack(site, subject, "Why not.")).isInstanceOf(NotAllowed.class);
    }

    private Scope open(String study) {
        trial.open(study);
        return Scope.of(study, "101");
    }

    private String randomized(Scope site) throws Exception {
        String subject = trial.participant(site.study(), "101");
        transaction.begin();
        participants.randomized(site, subject, "R-" + site.study() + "-" + subject, Instant.now());
        transaction.commit();
        return subject;
    }

    private static Decision decision(SubjectStatus status, WithdrawalScope from, LocalDate on) {
        return new Decision(status, on, "As the participant said.", from, null);
    }

    private VisitState state(Scope site, String subject, String event) {
        return visits.plan(site, subject).stream()
                .filter(visit -> visit.event().equals(event))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private int overdue(Scope site) {
        return reports.worklist(site).groups().stream()
                .filter(group -> group.kind() == Worklist.Kind.VISIT_OVERDUE)
                .mapToInt(Worklist.Group::total)
                .sum();
    }
}
