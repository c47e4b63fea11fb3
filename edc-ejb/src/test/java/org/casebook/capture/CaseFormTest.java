package org.casebook.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.casebook.capture.CaseFormFixture.NOW;
import static org.casebook.capture.CaseFormFixture.definition;
import static org.casebook.capture.CaseFormFixture.form;
import static org.casebook.capture.CaseFormFixture.type;

import java.util.List;
import org.casebook.capture.FormState.State;
import org.junit.jupiter.api.Test;

/** What a case form takes and refuses. */
class CaseFormTest {

    @Test
    void each_change_moves_the_form_by_one_revision_and_the_item_by_one() {
        CaseForm form = form();
        type(form, "AGE", "40", null);
        type(form, "AGE", "41", null);
        type(form, "B", "1", null);
        assertThat(form.place(null).formRevision()).isEqualTo(4);
        assertThat(form.document().item("AGE").revision()).isEqualTo(2);
        assertThat(form.document().item("B").revision()).isEqualTo(1);
        assertThat(form.document().item("SEX").revision()).isZero();
    }

    @Test
    void the_same_text_again_changes_nothing_and_is_no_conflict() {
        CaseForm form = form();
        type(form, "AGE", "40", null);
        FormDocument before = type(form, new Entry("k", "AGE", "40", null, null, 0, null));
        assertThat(before).isSameAs(form.document());
        assertThat(form.place(null).formRevision()).isEqualTo(2);
    }

    @Test
    void a_conflict_is_judged_by_the_item_not_by_the_form() {
        CaseForm form = form();
        type(form, "AGE", "40", null);
        type(form, new Entry("k", "B", "2", null, null, 0, null));
        assertThatThrownBy(() -> type(form, new Entry("k", "AGE", "50", null, null, 0, null)))
                .isInstanceOfSatisfying(ItemWasChanged.class, refusal -> {
                    assertThat(refusal.current().text()).isEqualTo("40");
                    assertThat(refusal.current().revision()).isEqualTo(1);
                });
        assertThat(form.document().item("AGE").text()).isEqualTo("40");
    }

    @Test
    void text_that_cannot_be_read_is_kept_and_flagged() {
        CaseForm form = form();
        type(form, "AGE", "forty", null);
        ItemState held = form.document().item("AGE");
        assertThat(held.text()).isEqualTo("forty");
        assertThat(held.value()).isNull();
        assertThat(held.valid()).isFalse();
        assertThat(held.checks()).containsExactly(ItemState.UNREADABLE);
        type(form, "AGE", "40", null);
        assertThat(form.document().item("AGE").checks()).isEmpty();
    }

    @Test
    void completing_names_what_is_missing_and_takes_a_reason_for_a_blank() {
        CaseForm form = form();
        type(form, "SEX", "F", null);
        assertThatThrownBy(() -> form.complete(definition(), NOW))
                .isInstanceOfSatisfying(
                        FormIsIncomplete.class,
                        refusal -> assertThat(refusal.missing()).containsExactly("AGE", "PREG"));
        type(form, new Entry("k", "AGE", null, null, "UNKNOWN", 0, null));
        type(form, "PREG", "no", null);
        assertThat(form.complete(definition(), NOW).after()).isEqualTo(State.COMPLETE);
    }

    @Test
    void a_hidden_mandatory_item_is_not_missing() {
        CaseForm form = form();
        type(form, "AGE", "40", null);
        type(form, "SEX", "M", null);
        assertThat(form.document().item("PREG").hidden()).isTrue();
        assertThat(form.complete(definition(), NOW).after()).isEqualTo(State.COMPLETE);
    }

    @Test
    void after_completion_each_change_needs_a_reason_reopened_or_not() {
        CaseForm form = complete();
        assertThatThrownBy(() -> type(form, "AGE", "41", " ")).isInstanceOf(ReasonIsMissing.class);
        type(form, "AGE", "41", "read wrongly");
        form.reopen("more to enter", NOW);
        assertThatThrownBy(() -> type(form, "AGE", "42", null)).isInstanceOf(ReasonIsMissing.class);
        type(form, "AGE", "42", "read wrongly");
        assertThat(form.document().item("AGE").text()).isEqualTo("42");
    }

    @Test
    void a_locked_form_refuses_every_verb_and_opens_with_a_reason() {
        CaseForm form = complete();
        form.lock(null, NOW);
        List<Runnable> verbs = List.of(
                () -> type(form, "AGE", "41", "why"),
                () -> form.reopen("why", NOW),
                () -> form.voidIt("why", NOW),
                () -> form.lock(null, NOW));
        assertThat(verbs).allSatisfy(verb -> assertThatThrownBy(verb::run).isInstanceOf(FormIsClosed.class));
        assertThatThrownBy(() -> form.unlock("", NOW)).isInstanceOf(ReasonIsMissing.class);
        form.unlock("wrong participant locked", NOW);
        type(form, "AGE", "41", "why");
    }

    @Test
    void a_void_form_takes_nothing_until_it_is_restored() {
        CaseForm form = form();
        type(form, "AGE", "40", null);
        assertThatThrownBy(() -> form.voidIt(null, NOW)).isInstanceOf(ReasonIsMissing.class);
        form.voidIt("wrong participant", NOW);
        assertThatThrownBy(() -> type(form, "AGE", "41", "why")).isInstanceOf(FormIsClosed.class);
        assertThat(form.countingValue(CaseFormFixture.definition().item("AGE"))).isNull();
        assertThat(form.document().item("AGE").value()).isEqualTo("40");
        assertThatThrownBy(() -> form.reopen(" ", NOW)).isInstanceOf(ReasonIsMissing.class);
        FormChanged restored = form.reopen("right participant", NOW);
        assertThat(restored.act()).isEqualTo(FormChanged.Act.RESTORED);
        assertThat(restored.before()).isEqualTo(State.VOID);
        assertThat(form.countingValue(CaseFormFixture.definition().item("AGE"))).isEqualTo("40");
        type(form, "AGE", "41", null);
    }

    @Test
    void a_form_with_data_cannot_be_declared_not_done() {
        CaseForm form = form();
        type(form, "AGE", "40", null);
        assertThatThrownBy(() -> form.markNotDone(Entry.LeftBlank.REFUSED, "no time", NOW))
                .isInstanceOf(FormIsClosed.class);
        type(form, "AGE", null, null);
        assertThat(form.markNotDone(Entry.LeftBlank.REFUSED, "no time", NOW).after())
                .isEqualTo(State.NOT_DONE);
        assertThatThrownBy(() -> type(form, "AGE", "41", "why")).isInstanceOf(FormIsClosed.class);
        form.reopen("there was time", NOW);
        type(form, "AGE", "41", null);
    }

    @Test
    void a_change_elsewhere_that_alters_nothing_here_makes_no_revision() {
        CaseForm form = form();
        type(form, "A", "5", null);
        assertThat(form.follow(CaseFormFixture.judge()::judge, "cause", NOW)).isEmpty();
        assertThat(form.place(null).formRevision()).isEqualTo(2);
    }

    private static CaseForm complete() {
        CaseForm form = form();
        type(form, "AGE", "40", null);
        type(form, "SEX", "M", null);
        form.complete(definition(), NOW);
        return form;
    }
}
