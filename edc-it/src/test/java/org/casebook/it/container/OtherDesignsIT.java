package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebook.codebreak.CodeBreakDesk;
import org.casebook.it.InContainer;
import org.casebook.kernel.Scope;
import org.casebook.randomization.AllocationDesk;
import org.casebook.randomization.BalanceDesk;
import org.casebook.randomization.Randomization;
import org.casebook.replay.ReplayDesk;
import org.casebook.replay.Replayed;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitOutsideWindow;
import org.casebook.schedule.VisitPlan;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Participants;
import org.junit.jupiter.api.Test;

/** Designs that the shipped trial is not, from their files alone: an AB/BA crossover with washout, and parallel arms 2:1. */
class OtherDesignsIT extends InContainer {
    private static final LocalDate DOSE = LocalDate.parse("2026-02-02");

    @Inject
    private Trial trial;

    @Inject
    private Casework casework;

    @Inject
    private Participants participants;

    @Inject
    private Randomization randomization;

    @Inject
    private AllocationDesk desk;

    @Inject
    private BalanceDesk balanceDesk;

    @Inject
    private ReplayDesk replayDesk;

    @Inject
    private VisitPlan visitPlan;

    @Inject
    private CodeBreakDesk codeBreaks;

    @Inject
    private CodeBreaker breaker;

    @Inject
    private Sealer sealer;

    @Inject
    private UserTransaction transaction;

    @Test
    void an_abba_crossover_keeps_its_washout_and_both_sequences_look_alike() throws Exception {
        trial.open("ABBA", "studies/crossover-abba.xml");
        Scope site = Scope.of("ABBA", "101");
        Map<String, String> bySequence = randomized(site, 8);
        assertThat(bySequence.keySet()).containsExactlyInAnyOrder("A, then B", "B, then A");
        assertThat(balance(site)).isEqualTo(Map.of("SEQ_AB", 4L, "SEQ_BA", 4L));

        trial.coordinator("ABBA", "101");
        for (String subject : bySequence.values()) {
            dose(site, subject, "SE_P1", DOSE);
            assertThat(visit(site, subject, "SE_P1END").window().planned()).isEqualTo(DOSE.plusDays(14));
            visitPlan.date(site, subject, "SE_P1END", DOSE.plusDays(15), null);
            PlannedVisit second = visit(site, subject, "SE_P2");
            assertThat(second.window().earliest()).isEqualTo(DOSE.plusDays(43));
            assertThatThrownBy(() -> visitPlan.date(site, subject, "SE_P2", DOSE.plusDays(30), null))
                    .isInstanceOf(VisitOutsideWindow.class);
            visitPlan.date(site, subject, "SE_P2", DOSE.plusDays(45), null);
            // period 2 counts from its own dose
            dose(site, subject, "SE_P2", DOSE.plusDays(46));
            assertThat(visit(site, subject, "SE_P2END").window().planned()).isEqualTo(DOSE.plusDays(60));
        }
        List<List<PlannedVisit>> plans = bySequence.values().stream()
                .map(subject -> visitPlan.plan(site, subject))
                .distinct()
                .toList();
        assertThat(plans).as("one schedule, whatever the sequence").hasSize(1);

        trial.as(People.person("one", "/studies/ABBA/101/investigator"));
        long id = breaker.broken(site, bySequence.get("B, then A"), "Overdose suspected", true);
        assertThat(codeBreaks.treatment(site, id).treatment()).isEqualTo("B, then A");
    }

    @Test
    void parallel_arms_of_two_to_one_run_by_the_same_engine() throws Exception {
        trial.open("PARALLEL", "studies/parallel.xml");
        Scope site = Scope.of("PARALLEL", "101");
        randomized(site, 9);
        assertThat(balance(site)).isEqualTo(Map.of("ACTIVE", 6L, "PLACEBO", 3L));
    }

    /** Counts of the arms; each allocation comes out the same again. */
    private Map<String, Long> balance(Scope site) {
        sealer.statistician(site.study());
        assertThat(replayDesk.replayAll(Scope.of(site.study()))).isNotEmpty().allMatch(Replayed::same);
        return balanceDesk.balance(Scope.of(site.study())).arms();
    }

    private void dose(Scope site, String subject, String event, LocalDate date) {
        casework.type(site, casework.start(site, subject, event, "DOSE"), "DOSEDAT", date.toString());
    }

    private PlannedVisit visit(Scope site, String subject, String event) {
        return visitPlan.plan(site, subject).stream()
                .filter(visit -> visit.event().equals(event))
                .findFirst()
                .orElseThrow();
    }

    /** Randomises so many; one of each arm, by the arm's name. */
    private Map<String, String> randomized(Scope site, int many) throws Exception {
        sealer.lists(site, many);
        Map<String, String> byArm = new HashMap<>();
        for (int one = 0; one < many; one++) {
            String subject = trial.participant(site.study(), site.site());
            transaction.begin();
            participants.consented(site, subject, LocalDate.parse("2026-01-15"));
            participants.judged(site, subject, List.of(new CriterionResult("I1", "I1", Verdict.MET, "Fit")));
            participants.eligibilitySigned(site, subject, "Test investigator", Instant.parse("2026-01-15T10:00:00Z"));
            transaction.commit();
            trial.as(People.person("investigator-101", "/studies/" + site.study() + "/101/investigator"));
            randomization.randomize(site, subject);
            sealer.pharmacist(site.study());
            byArm.put(desk.read(site, subject).treatment(), subject);
        }
        return byArm;
    }
}
