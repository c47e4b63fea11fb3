package org.casebook.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.casebook.definition.CriterionDefinition;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.kernel.Invalid;
import org.casebook.odm.OdmPart;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Gate;
import org.casebook.subject.Participant;
import org.casebook.subject.SubjectStatus;
import org.casebook.subject.WithdrawalScope;
import org.junit.jupiter.api.Test;

class DecisionPolicyTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");

    private LocalDate since;
    private LocalDate consent;
    private Participant.Stopped stopped;

    @Test
    void a_screen_failure_keeps_the_criteria_that_the_forms_say_are_not_met() {
        assertThat(settle(SubjectStatus.SCREENING, decision(SubjectStatus.SCREEN_FAILED, null, null))
                        .criteria())
                .containsExactly("E2");
        assertThat(settle(SubjectStatus.SCREENING, decision(SubjectStatus.SCREEN_FAILED, null, List.of("E2", "I1")))
                        .criteria())
                .containsExactly("I1", "E2");
        refused(
                "no criterion “X9”",
                SubjectStatus.SCREENING,
                decision(SubjectStatus.SCREEN_FAILED, null, List.of("X9")));
    }

    @Test
    void a_withdrawal_from_treatment_alone_stops_treatment_and_nothing_else() {
        Decision settled =
                settle(SubjectStatus.ON_TREATMENT, decision(SubjectStatus.WITHDRAWN, WithdrawalScope.TREATMENT, null));
        assertThat(settled.status()).isEqualTo(SubjectStatus.TREATMENT_STOPPED);
        assertThat(settled.from()).isEqualTo(WithdrawalScope.TREATMENT);
        refused(
                "no treatment to withdraw from",
                SubjectStatus.SCREENING,
                decision(SubjectStatus.WITHDRAWN, WithdrawalScope.TREATMENT, null));
    }

    @Test
    void nothing_is_decided_of_a_participation_before_its_consent() {
        consent = TODAY;
        Decision withdrawn = decision(SubjectStatus.WITHDRAWN, WithdrawalScope.FOLLOW_UP, null);
        assertThat(settle(SubjectStatus.RANDOMIZED, withdrawn).on()).isEqualTo(TODAY);
        consent = TODAY.plusDays(1);
        refused("before the informed consent (2026-04-01)", SubjectStatus.RANDOMIZED, withdrawn);
    }

    @Test
    void a_withdrawal_says_from_what() {
        refused("from what", SubjectStatus.RANDOMIZED, decision(SubjectStatus.WITHDRAWN, null, null));
        assertThat(settle(SubjectStatus.RANDOMIZED, decision(SubjectStatus.WITHDRAWN, WithdrawalScope.FOLLOW_UP, null))
                        .status())
                .isEqualTo(SubjectStatus.WITHDRAWN);
    }

    @Test
    void after_the_end_only_the_use_of_data_can_be_withdrawn_and_once() {
        refused(
                "over already",
                SubjectStatus.COMPLETED,
                decision(SubjectStatus.WITHDRAWN, WithdrawalScope.FOLLOW_UP, null));
        Decision data = decision(SubjectStatus.WITHDRAWN, WithdrawalScope.DATA, null);
        assertThat(settle(SubjectStatus.COMPLETED, data).from()).isEqualTo(WithdrawalScope.DATA);
        stopped = new Participant.Stopped(null, WithdrawalScope.DATA);
        refused("over already", SubjectStatus.WITHDRAWN, data);
    }

    @Test
    void a_day_lies_neither_ahead_nor_before_the_last_step() {
        refused(
                "in the future",
                SubjectStatus.RANDOMIZED,
                new Decision(SubjectStatus.LOST, TODAY.plusDays(1), "why", null, null));
        since = TODAY;
        refused(
                "before the step",
                SubjectStatus.RANDOMIZED,
                new Decision(SubjectStatus.LOST, TODAY.minusDays(1), "why", null, null));
        refused("date is missing", SubjectStatus.RANDOMIZED, new Decision(SubjectStatus.LOST, null, "why", null, null));
        refused(
                "reason is missing",
                SubjectStatus.RANDOMIZED,
                new Decision(SubjectStatus.LOST, TODAY, " ", null, null));
    }

    @Test
    void nobody_is_enrolled_past_randomisation() {
        refused("Randomise", SubjectStatus.SCREENING, decision(SubjectStatus.ENROLLED, null, null));
        refused("choose one", SubjectStatus.SCREENING, decision(SubjectStatus.RANDOMIZED, null, null));
    }

    private void refused(String why, SubjectStatus from, Decision decision) {
        assertThatThrownBy(() -> settle(from, decision))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(why);
    }

    private static Decision decision(SubjectStatus status, WithdrawalScope from, List<String> criteria) {
        return new Decision(status, TODAY, "why", from, criteria);
    }

    private Decision settle(SubjectStatus from, Decision decision) {
        Gate gate = new Gate(
                consent,
                List.of(
                        new CriterionResult("C.I1", "I1", Verdict.MET, "Adult"),
                        new CriterionResult("C.E1", "E1", Verdict.NOT_YET, "Opioids"),
                        new CriterionResult("C.E2", "E2", Verdict.NOT_MET, "Allergy")),
                null);
        Participant participant = new Participant(
                1,
                "S",
                "101",
                "101-001",
                from,
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                gate,
                null,
                null,
                stopped,
                false);
        return new DecisionPolicy(study(), participant, TODAY, since).settle(decision);
    }

    private static StudyDefinition study() {
        List<CriterionDefinition> criteria = List.of(criterion("I1"), criterion("E1"), criterion("E2"));
        RandomizationDefinition plan = new RandomizationDefinition(true, List.of(), List.of(), List.of(), 10);
        return new StudyDefinition(
                "S",
                "S",
                TranslatedText.NONE,
                "V",
                "V",
                List.of("en"),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                criteria,
                plan,
                List.of(),
                OdmPart.NONE);
    }

    private static CriterionDefinition criterion(String number) {
        return new CriterionDefinition("C." + number, true, number, TranslatedText.english(number), "COND");
    }
}
