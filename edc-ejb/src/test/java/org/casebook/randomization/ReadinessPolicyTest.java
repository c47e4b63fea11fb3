package org.casebook.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.casebook.kernel.Language;
import org.casebook.randomization.Waiting.Kind;
import org.casebook.site.SiteStatus;
import org.casebook.site.SiteView;
import org.casebook.site.VersionPlan;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Gate;
import org.casebook.subject.Gate.EligibilitySignature;
import org.casebook.subject.Participant;
import org.casebook.subject.SubjectStatus;
import org.junit.jupiter.api.Test;

class ReadinessPolicyTest {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final CriterionResult MET = new CriterionResult("C.I5", "I5", Verdict.MET, "Back pain for 6 months");
    private static final EligibilitySignature SIGNED = new EligibilitySignature("Ines Vega", NOON, null, null);
    private static final SiteView ACTIVE = site(SiteStatus.ACTIVE);

    @Test
    void an_open_gate_waits_for_nothing() {
        assertThat(waits(new Gate(DAY, List.of(MET), SIGNED))).isEmpty();
    }

    @Test
    void an_untouched_participant_waits_for_consent_judgement_and_signature() {
        assertThat(waits(new Gate(null, List.of(), null)))
                .extracting(Waiting::kind)
                .containsExactly(Kind.CONSENT, Kind.CRITERION, Kind.SIGNATURE);
    }

    @Test
    void each_open_criterion_is_named_with_its_sentence() {
        Gate gate = new Gate(
                DAY,
                List.of(
                        MET,
                        new CriterionResult("C.I7", "I7", Verdict.NOT_YET, "Positive medial branch block"),
                        new CriterionResult("C.E1", "E1", Verdict.NOT_MET, "Opioids above 50 mg a day.")),
                SIGNED);
        assertThat(waits(gate))
                .extracting(Waiting::sentence)
                .containsExactly(
                        "I7 is not yet known: Positive medial branch block.",
                        "E1 is not met: Opioids above 50 mg a day.");
    }

    @Test
    void a_broken_signature_says_what_broke_it() {
        Gate gate = new Gate(DAY, List.of(MET), new EligibilitySignature("Ines Vega", NOON, NOON, "I5 changed"));
        assertThat(waits(gate)).singleElement().satisfies(waiting -> {
            assertThat(waiting.kind()).isEqualTo(Kind.SIGNATURE);
            assertThat(waiting.sentence()).contains("I5 changed");
        });
    }

    @Test
    void the_site_must_be_active_and_hold_a_free_slot() {
        Participant ready = participant(SubjectStatus.SCREENING, false, new Gate(DAY, List.of(MET), SIGNED));
        assertThat(ReadinessPolicy.waitsFor(ready, site(SiteStatus.ON_HOLD), CriterionResult::sentence, List.of(), 0))
                .extracting(Waiting::kind)
                .containsExactly(Kind.SITE, Kind.LIST);
    }

    @Test
    void a_stratum_without_a_code_is_named() {
        Participant ready = participant(SubjectStatus.SCREENING, false, new Gate(DAY, List.of(MET), SIGNED));
        assertThat(ReadinessPolicy.waitsFor(
                        ready, ACTIVE, CriterionResult::sentence, List.of("The answer to “Sex” is missing."), 1))
                .containsExactly(new Waiting(Kind.STRATUM, "The answer to “Sex” is missing."));
    }

    @Test
    void each_sentence_is_said_in_german_too() {
        Gate gate = new Gate(
                null, List.of(new CriterionResult("C.E1", "E1", Verdict.NOT_MET, "Opioids above 50 mg a day.")), null);
        for (SubjectStatus status : SubjectStatus.values()) {
            for (SiteStatus at : SiteStatus.values()) {
                assertThat(Language.GERMAN.saying(() -> ReadinessPolicy.waitsFor(
                                participant(status, true, gate), site(at), criterion -> "Opioide", List.of(), 0)))
                        .hasSizeGreaterThan(4)
                        .allSatisfy(waiting ->
                                assertThat(waiting.sentence()).doesNotContainPattern("\\b(the|is|not|An|No)\\b"));
            }
        }
    }

    @Test
    void locked_or_ended_participants_wait_for_that() {
        Gate open = new Gate(DAY, List.of(MET), SIGNED);
        assertThat(ReadinessPolicy.waitsFor(
                        participant(SubjectStatus.WITHDRAWN, true, open),
                        ACTIVE,
                        CriterionResult::sentence,
                        List.of(),
                        3))
                .extracting(Waiting::kind)
                .containsExactly(Kind.STATUS, Kind.STATUS);
    }

    private static List<Waiting> waits(Gate gate) {
        return ReadinessPolicy.waitsFor(
                participant(SubjectStatus.SCREENING, false, gate), ACTIVE, CriterionResult::sentence, List.of(), 3);
    }

    private static Participant participant(SubjectStatus status, boolean locked, Gate gate) {
        return new Participant(1, "BMMSC", "101", "101-001", status, 7, NOON, gate, null, null, null, locked);
    }

    private static SiteView site(SiteStatus status) {
        return new SiteView(
                "BMMSC",
                "101",
                "Jacksonville",
                status,
                ZoneOffset.UTC,
                VersionPlan.NONE.then(new VersionPlan.Step(7, LocalDate.of(2026, 1, 1))),
                LocalDate.of(2026, 3, 1));
    }
}
