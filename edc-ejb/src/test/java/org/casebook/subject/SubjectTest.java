package org.casebook.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casebook.kernel.Scope;
import org.casebook.subject.CriterionResult.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubjectTest {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final CriterionResult MET = new CriterionResult("C.I1", "I1", Verdict.MET, "Adult");

    private final Subject subject = new Subject(Scope.of("BMMSC", "101"), "101-001", 7, NOON);

    @BeforeEach
    void storeIt() throws ReflectiveOperationException {
        Field id = Subject.class.getDeclaredField("id");
        id.setAccessible(true);
        id.set(subject, 1L);
    }

    @Test
    void begins_in_screening_with_a_closed_gate() {
        assertThat(subject.view().status()).isEqualTo(SubjectStatus.SCREENING);
        assertThat(subject.gate().consented()).isFalse();
        assertThat(subject.gate().eligible()).isFalse();
        assertThat(subject.gate().eligibilitySigned()).isFalse();
    }

    @Test
    void is_eligible_only_when_every_criterion_is_met() {
        subject.judge(List.of(MET, new CriterionResult("C.E1", "E1", Verdict.NOT_YET, "Opioids")));
        assertThat(subject.gate().eligible()).isFalse();
        assertThat(subject.gate().openCriteria())
                .extracting(CriterionResult::number)
                .containsExactly("E1");

        subject.judge(List.of(MET));
        assertThat(subject.gate().eligible()).isTrue();
    }

    @Test
    void a_signature_on_eligibility_breaks_once_and_can_be_given_again() {
        assertThat(subject.breakEligibilitySignature("I5", NOON)).isFalse();

        subject.signEligibility("Ines Vega", NOON);
        assertThat(subject.gate().eligibilitySigned()).isTrue();
        assertThat(subject.breakEligibilitySignature("I5 changed", NOON.plusSeconds(60)))
                .isTrue();
        assertThat(subject.breakEligibilitySignature("I6 changed", NOON.plusSeconds(90)))
                .isFalse();
        assertThat(subject.gate().eligibilitySigned()).isFalse();
        assertThat(subject.gate().signature().brokenBy()).isEqualTo("I5 changed");

        subject.signEligibility("Ines Vega", NOON.plusSeconds(120));
        assertThat(subject.gate().eligibilitySigned()).isTrue();
    }

    @Test
    void is_randomized_once() {
        subject.randomize("R-48213", NOON);
        assertThat(subject.view().randomization().number()).isEqualTo("R-48213");
        assertThatThrownBy(() -> subject.randomize("R-1", NOON))
                .isInstanceOf(StatusDoesNotAllow.class)
                .hasMessageContaining("101-001 is randomized");
    }

    @Test
    void goes_back_to_where_the_system_put_it() {
        step(SubjectStatus.SCREEN_FAILED);
        assertThat(subject.view().ended().reason()).isEqualTo("why");
        subject.forgetSteps();
        assertThat(subject.view().status()).isEqualTo(SubjectStatus.SCREENING);
        assertThat(subject.view().ended()).isNull();

        subject.randomize("R-48213", NOON);
        subject.step(SubjectStatus.WITHDRAWN, DAY, "Moved away", WithdrawalScope.FOLLOW_UP);
        subject.forgetSteps();
        assertThat(subject.view().status()).isEqualTo(SubjectStatus.RANDOMIZED);
        assertThat(subject.view().stopped()).isNull();
    }

    @Test
    void only_what_was_begun_can_end() {
        assertThatThrownBy(() -> step(SubjectStatus.COMPLETED)).isInstanceOf(StatusDoesNotAllow.class);
        assertThatThrownBy(() -> step(SubjectStatus.TREATMENT_STOPPED)).isInstanceOf(StatusDoesNotAllow.class);
        assertThatThrownBy(() -> step(SubjectStatus.ON_TREATMENT)).isInstanceOf(StatusDoesNotAllow.class);
        subject.randomize("R-48213", NOON);
        assertThatThrownBy(() -> step(SubjectStatus.SCREEN_FAILED)).isInstanceOf(StatusDoesNotAllow.class);
    }

    @Test
    void a_stop_of_treatment_ends_nothing_else() {
        subject.randomize("R-48213", NOON);
        step(SubjectStatus.ON_TREATMENT);
        subject.step(SubjectStatus.TREATMENT_STOPPED, DAY, "Rash", null);
        assertThat(subject.view().treatmentStopped()).isEqualTo(DAY);
        assertThat(subject.view().ended()).isNull();
        assertThat(subject.view().status().isEnd()).isFalse();
    }

    @Test
    void a_later_withdrawal_of_data_leaves_the_end_where_it_was() {
        subject.randomize("R-48213", NOON);
        step(SubjectStatus.COMPLETED);
        subject.step(SubjectStatus.WITHDRAWN, DAY.plusDays(60), "By letter", WithdrawalScope.DATA);
        assertThat(subject.view().ended().date()).isEqualTo(DAY);
        assertThat(subject.view().dataWithdrawn()).isTrue();
    }

    @Test
    void what_can_follow_depends_on_whether_the_study_randomises() {
        assertThat(SubjectStatus.SCREENING.next(true))
                .containsExactly(
                        SubjectStatus.SCREEN_FAILED, SubjectStatus.WITHDRAWN, SubjectStatus.LOST, SubjectStatus.DIED);
        assertThat(SubjectStatus.SCREENING.next(false)).contains(SubjectStatus.ENROLLED);
        assertThat(SubjectStatus.LOST.next(true)).containsExactly(SubjectStatus.WITHDRAWN, SubjectStatus.DIED);
        assertThat(SubjectStatus.DIED.next(true)).isEmpty();
    }

    @Test
    void locked_refuses_every_change_until_unlocked() {
        subject.lock();
        List<Runnable> changes = List.of(
                () -> subject.consent(DAY),
                () -> subject.judge(List.of(MET)),
                () -> subject.signEligibility("Ines Vega", NOON),
                () -> subject.randomize("R-1", NOON),
                () -> step(SubjectStatus.LOST),
                subject::forgetSteps);
        for (Runnable change : changes) {
            assertThatThrownBy(change::run).isInstanceOf(SubjectIsLocked.class);
        }
        subject.unlock();
        subject.consent(DAY);
        assertThat(subject.gate().consentDate()).isEqualTo(DAY);
    }

    private void step(SubjectStatus next) {
        subject.step(next, DAY, "why", null);
    }

    @Test
    void a_search_text_is_taken_literally() {
        assertThat(new SubjectFilter(null, " 101-0_1% ", -5, 5000).pattern()).isEqualTo("%101-0\\_1\\%%");
        assertThat(new SubjectFilter(null, " ", 0, 10).pattern()).isNull();
    }
}
