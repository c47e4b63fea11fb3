package org.casebook.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casebook.kernel.Invalid;
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
    void an_end_can_be_taken_back_to_where_it_was() {
        subject.end(SubjectStatus.SCREEN_FAILED, DAY, "MBB negative");
        assertThat(subject.view().ended().reason()).isEqualTo("MBB negative");
        subject.reinstate();
        assertThat(subject.view().status()).isEqualTo(SubjectStatus.SCREENING);
        assertThat(subject.view().ended()).isNull();

        subject.randomize("R-48213", NOON);
        subject.end(SubjectStatus.WITHDRAWN, DAY, "Moved away");
        subject.reinstate();
        assertThat(subject.view().status()).isEqualTo(SubjectStatus.RANDOMIZED);
        assertThatThrownBy(subject::reinstate).isInstanceOf(Invalid.class);
    }

    @Test
    void a_screening_participant_cannot_complete_and_a_randomized_one_cannot_fail_screening() {
        assertThatThrownBy(() -> subject.end(SubjectStatus.COMPLETED, DAY, "x")).isInstanceOf(StatusDoesNotAllow.class);
        subject.randomize("R-48213", NOON);
        assertThatThrownBy(() -> subject.end(SubjectStatus.SCREEN_FAILED, DAY, "x"))
                .isInstanceOf(StatusDoesNotAllow.class);
        assertThatThrownBy(() -> subject.end(SubjectStatus.RANDOMIZED, DAY, "x"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void locked_refuses_every_change_until_unlocked() {
        subject.lock();
        List<Runnable> changes = List.of(
                () -> subject.consent(DAY),
                () -> subject.judge(List.of(MET)),
                () -> subject.signEligibility("Ines Vega", NOON),
                () -> subject.randomize("R-1", NOON),
                () -> subject.end(SubjectStatus.WITHDRAWN, DAY, "x"),
                subject::reinstate);
        for (Runnable change : changes) {
            assertThatThrownBy(change::run).isInstanceOf(SubjectIsLocked.class);
        }
        subject.unlock();
        subject.consent(DAY);
        assertThat(subject.gate().consentDate()).isEqualTo(DAY);
    }

    @Test
    void a_search_text_is_taken_literally() {
        assertThat(new SubjectFilter(null, " 101-0_1% ", -5, 5000).pattern()).isEqualTo("%101-0\\_1\\%%");
        assertThat(new SubjectFilter(null, " ", 0, 10).pattern()).isNull();
    }
}
