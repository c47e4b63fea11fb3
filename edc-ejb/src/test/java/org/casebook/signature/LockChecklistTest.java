package org.casebook.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casebook.capture.FormState;
import org.casebook.expectation.ExpectedForms;
import org.casebook.kernel.Scope;
import org.casebook.monitoring.CasebookFixture;
import org.casebook.monitoring.FormVerification;
import org.casebook.query.QueryPlace;
import org.casebook.query.QueryState;
import org.casebook.query.QueryView;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitState;
import org.casebook.subject.Gate;
import org.casebook.subject.Participant;
import org.casebook.subject.SubjectStatus;
import org.junit.jupiter.api.Test;

class LockChecklistTest {

    private static final Instant DAY = CasebookFixture.DAY;
    private static final FormState PAIN =
            CasebookFixture.painForm(FormState.State.COMPLETE, Map.of("I_NOW", CasebookFixture.typed("55")));
    private static final FormState END = CasebookFixture.form(
            8, CasebookFixture.END, FormState.State.COMPLETE, Map.of("I_END", CasebookFixture.typed("2026-03-01")));
    private static final SignatureView SIGNED =
            new SignatureView(1, 7, 3, "101-001", "Vera", "investigator-101", DAY, "Reviewed.", "0", null, null);

    private static Participant participant(SubjectStatus status) {
        return new Participant(
                1, "TRIAL", "101", "101-001", status, 1, DAY, new Gate(null, List.of(), null), null, null, null, false);
    }

    private static PlannedVisit visit(VisitState state) {
        return new PlannedVisit(CasebookFixture.VISIT, "Baseline", null, null, state, null);
    }

    private static List<Blocker> check(SubjectStatus status, LockChecklist.Findings findings) {
        return LockChecklist.of(participant(status), CasebookFixture.study(), findings);
    }

    private static LockChecklist.Findings findings(List<FormState> forms, VisitState visit) {
        return new LockChecklist.Findings(
                forms, List.of(visit(visit)), List.of(), List.of(), Map.of(7L, SIGNED), ExpectedForms.Collected.NONE);
    }

    @Test
    void a_participant_with_everything_done_can_be_locked() {
        assertThat(check(SubjectStatus.COMPLETED, findings(List.of(PAIN, END), VisitState.IN_WINDOW)))
                .isEmpty();
    }

    @Test
    void a_visit_without_date_and_reason_blocks() {
        assertThat(check(SubjectStatus.COMPLETED, findings(List.of(PAIN, END), VisitState.OVERDUE)))
                .singleElement()
                .satisfies(blocker -> {
                    assertThat(blocker.kind()).isEqualTo(Blocker.Kind.VISIT_OPEN);
                    assertThat(blocker.what()).contains("Baseline");
                });
        assertThat(check(SubjectStatus.COMPLETED, findings(List.of(PAIN, END), VisitState.NOT_DONE)))
                .isEmpty();
    }

    @Test
    void a_form_expected_by_the_schedule_and_never_started_blocks() {
        assertThat(check(SubjectStatus.COMPLETED, findings(List.of(END), VisitState.LATE)))
                .singleElement()
                .satisfies(blocker -> {
                    assertThat(blocker.kind()).isEqualTo(Blocker.Kind.FORM_MISSING);
                    assertThat(blocker.form()).isEqualTo(CasebookFixture.PAIN);
                    assertThat(blocker.formId()).isNull();
                });
    }

    @Test
    void a_void_form_does_not_stand_for_the_one_expected() {
        FormState voided = CasebookFixture.painForm(FormState.State.VOID, Map.of());
        assertThat(check(SubjectStatus.COMPLETED, findings(List.of(voided, END), VisitState.IN_WINDOW)))
                .extracting(Blocker::kind)
                .containsExactly(Blocker.Kind.FORM_MISSING);
    }

    @Test
    void a_form_under_work_blocks_and_one_not_done_does_not() {
        FormState started = CasebookFixture.painForm(FormState.State.STARTED, Map.of());
        assertThat(check(SubjectStatus.COMPLETED, findings(List.of(started, END), VisitState.IN_WINDOW)))
                .extracting(Blocker::kind, Blocker::formId)
                .containsExactly(tuple(Blocker.Kind.FORM_NOT_COMPLETE, 7L));
        FormState notDone = CasebookFixture.painForm(FormState.State.NOT_DONE, Map.of());
        assertThat(check(SubjectStatus.COMPLETED, findings(List.of(notDone, END), VisitState.IN_WINDOW)))
                .isEmpty();
    }

    @Test
    void an_open_query_on_a_void_form_blocks_too() {
        FormState voided = CasebookFixture.form(9, CasebookFixture.PAIN, FormState.State.VOID, Map.of());
        QueryView query = new QueryView(
                4,
                new QueryPlace(
                        Scope.of("TRIAL", "101"), "101-001", 9, CasebookFixture.VISIT, CasebookFixture.PAIN, "I_NOW"),
                null,
                QueryState.ANSWERED,
                "Which day?",
                "Mona",
                DAY,
                DAY,
                List.of(new QueryView.Message("RAISED", "Which day?", "Mona", "monitor", DAY)));
        LockChecklist.Findings findings = new LockChecklist.Findings(
                List.of(PAIN, END, voided),
                List.of(visit(VisitState.IN_WINDOW)),
                List.of(query),
                List.of(),
                Map.of(7L, SIGNED),
                ExpectedForms.Collected.NONE);
        assertThat(check(SubjectStatus.COMPLETED, findings)).singleElement().satisfies(blocker -> {
            assertThat(blocker.kind()).isEqualTo(Blocker.Kind.OPEN_QUERY);
            assertThat(blocker.what()).contains("Which day?");
        });
    }

    @Test
    void a_required_item_without_tick_blocks_and_is_named() {
        FormVerification.Item due = new FormVerification.Item("I_NOW", "Pain now", "55", true, null, null, false);
        FormVerification.Item free = new FormVerification.Item("I_SIDE", "Side", "Left", false, null, null, false);
        FormVerification pain = new FormVerification(PAIN, "Baseline", "Pain", List.of(due, free));
        LockChecklist.Findings findings = new LockChecklist.Findings(
                List.of(PAIN, END),
                List.of(visit(VisitState.IN_WINDOW)),
                List.of(),
                List.of(pain),
                Map.of(7L, SIGNED),
                ExpectedForms.Collected.NONE);
        assertThat(check(SubjectStatus.COMPLETED, findings)).singleElement().satisfies(blocker -> {
            assertThat(blocker.kind()).isEqualTo(Blocker.Kind.ITEM_NOT_VERIFIED);
            assertThat(blocker.what()).contains("Pain now").doesNotContain("Side");
        });
    }

    @Test
    void an_unsigned_or_broken_form_blocks() {
        LockChecklist.Findings unsigned = new LockChecklist.Findings(
                List.of(PAIN, END),
                List.of(visit(VisitState.IN_WINDOW)),
                List.of(),
                List.of(),
                Map.of(),
                ExpectedForms.Collected.NONE);
        assertThat(check(SubjectStatus.COMPLETED, unsigned)).singleElement().satisfies(blocker -> {
            assertThat(blocker.kind()).isEqualTo(Blocker.Kind.FORM_NOT_SIGNED);
            assertThat(blocker.what()).contains("is not signed");
        });
        SignatureView broken = new SignatureView(
                1, 7, 3, "101-001", "Vera", "investigator-101", DAY, "Reviewed.", "0", DAY, "Pain now changed");
        LockChecklist.Findings changed = new LockChecklist.Findings(
                List.of(PAIN, END),
                List.of(visit(VisitState.IN_WINDOW)),
                List.of(),
                List.of(),
                Map.of(7L, broken),
                ExpectedForms.Collected.NONE);
        assertThat(check(SubjectStatus.COMPLETED, changed))
                .singleElement()
                .extracting(Blocker::what)
                .asString()
                .contains("changed after it was signed");
    }

    @Test
    void only_screening_failures_need_no_end_of_study() {
        assertThat(check(SubjectStatus.RANDOMIZED, findings(List.of(PAIN), VisitState.IN_WINDOW)))
                .extracting(Blocker::kind)
                .containsExactly(Blocker.Kind.NO_END_OF_STUDY);
        assertThat(check(SubjectStatus.SCREEN_FAILED, findings(List.of(PAIN), VisitState.IN_WINDOW)))
                .isEmpty();
    }
}
