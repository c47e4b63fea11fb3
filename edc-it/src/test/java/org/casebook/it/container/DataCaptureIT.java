package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.UUID;
import org.casebook.audit.AuditLine;
import org.casebook.capture.CaseBook;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.DataCapture;
import org.casebook.capture.Entry;
import org.casebook.capture.FormDesk;
import org.casebook.capture.FormIsClosed;
import org.casebook.capture.FormIsIncomplete;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemState;
import org.casebook.capture.ItemWasChanged;
import org.casebook.capture.KeyWasUsed;
import org.casebook.capture.ReasonIsMissing;
import org.casebook.capture.Saved;
import org.casebook.it.InContainer;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Participants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entering data through the boundary, with the shipped trial, on the real database. */
class DataCaptureIT extends InContainer {
    private static final String STUDY = "CAPTUREIT";
    private static final Scope SITE = Scope.of(STUDY, "101");

    @Inject
    private Trial trial;

    @Inject
    private DataCapture capture;

    @Inject
    private FormDesk desk;

    @Inject
    private CaseBook book;

    @Inject
    private Participants participants;

    @Inject
    private UserTransaction transaction;

    private String subject;

    @BeforeEach
    void enrol() {
        trial.open(STUDY);
        subject = trial.participant(STUDY, "101");
    }

    @Test
    void an_entry_is_stored_once_and_told_once_however_often_it_is_sent() {
        long form = start("SE_SCREEN", "DM");
        Entry entry = new Entry("key-1", "SEX", "F", null, null, 0, null);
        Saved first = capture.save(SITE, form, entry);
        Saved again = capture.save(SITE, form, entry);
        assertThat(again).isEqualTo(first);
        assertThat(first.item().revision()).isEqualTo(1);
        assertThat(book.get(SITE, form).revision()).isEqualTo(2);
        assertThat(capture.history(SITE, form, "SEX")).singleElement().satisfies(line -> {
            assertThat(line.action()).isEqualTo("item-changed");
            assertThat(line.newValue()).isEqualTo("F");
            assertThat(line.place().formRevision()).isEqualTo(2);
            assertThat(line.who().fullName()).isEqualTo("Test coordinator-101");
        });
    }

    @Test
    void a_key_that_comes_with_another_entry_is_refused_and_nothing_seems_stored() {
        long form = start("SE_SCREEN", "DM");
        capture.save(SITE, form, new Entry("key-2", "SEX", "F", null, null, 0, null));
        assertThatThrownBy(() -> capture.save(SITE, form, new Entry("key-2", "SEX", "M", null, null, 0, null)))
                .isInstanceOf(KeyWasUsed.class);
        assertThatThrownBy(() -> capture.save(SITE, form, new Entry("key-2", "BRTHDAT", "1980", null, null, 0, null)))
                .isInstanceOf(KeyWasUsed.class);
        assertThat(item(form, "SEX").text()).isEqualTo("F");
        assertThat(item(form, "BRTHDAT").text()).isNull();
    }

    @Test
    void whoever_comes_late_learns_what_stands_and_by_whom() {
        long form = start("SE_SCREEN", "DM");
        save(form, "SEX", "F");
        trial.as(People.person("investigator-101", "/studies/" + STUDY + "/101/investigator"));
        Entry late = new Entry(key(), "SEX", "M", null, null, 0, null);
        assertThatThrownBy(() -> capture.save(SITE, form, late))
                .isInstanceOfSatisfying(ItemWasChanged.class, refusal -> {
                    assertThat(refusal.current().text()).isEqualTo("F");
                    assertThat(refusal.by()).isEqualTo("Test coordinator-101");
                    assertThat(refusal.at()).isNotNull();
                });
        assertThat(item(form, "SEX").text()).isEqualTo("F");
    }

    @Test
    void text_that_cannot_be_read_is_kept_as_typed() {
        long form = start("SE_SCREEN", "DM");
        Saved saved = save(form, "BRTHDAT", "31/02/1980 or so");
        assertThat(saved.item().valid()).isFalse();
        assertThat(saved.item().messages())
                .extracting(CaseFormView.Message::check)
                .contains(ItemState.UNREADABLE);
        ItemState held = item(form, "BRTHDAT");
        assertThat(held.text()).isEqualTo("31/02/1980 or so");
        assertThat(held.value()).isNull();
    }

    @Test
    void an_answer_shows_the_questions_that_depend_on_it() {
        long form = start("SE_SCREEN", "DM");
        assertThat(item(form, "CHILDPOT").hidden()).isTrue();
        Saved saved = save(form, "SEX", "F");
        assertThat(saved.others()).extracting(Saved.Item::oid).containsExactly("CHILDPOT");
        assertThat(item(form, "CHILDPOT").hidden()).isFalse();
        save(form, "CHILDPOT", "yes");
        save(form, "SEX", "M");
        assertThat(item(form, "CHILDPOT").text()).as("what was typed stays").isEqualTo("yes");
    }

    @Test
    void the_score_follows_its_parts_and_names_the_rule_as_origin() {
        long form = start("SE_SCREEN", "ODI");
        for (int section = 1; section <= 9; section++) {
            save(form, "ODI" + section, "2");
        }
        assertThat(item(form, "ODISCORE").value()).isEqualTo("40.0");
        Saved last = save(form, "ODI10", "5");
        assertThat(last.others()).extracting(Saved.Item::oid).contains("ODISCORE");
        assertThat(item(form, "ODISCORE").value()).isEqualTo("46.0");
        assertThat(capture.history(SITE, form, "ODISCORE"))
                .hasSize(2)
                .extracting(line -> line.who().origin())
                .containsOnly("rule");
    }

    @Test
    void completing_lists_what_is_missing_and_afterwards_each_change_needs_a_reason() {
        long form = start("SE_SCREEN", "PAIN");
        save(form, "VASBACK", "62");
        assertThatThrownBy(() -> desk.complete(SITE, form))
                .isInstanceOfSatisfying(
                        FormIsIncomplete.class,
                        refusal -> assertThat(refusal.missing())
                                .contains("NRSBACK")
                                .doesNotContain("VASBACK"));
        save(form, "NRSBACK", "6");
        save(form, new Entry(key(), "NRSLEG", null, null, "REFUSED", 0, null));
        assertThat(desk.complete(SITE, form).state()).isEqualTo(FormState.State.COMPLETE);

        assertThatThrownBy(() -> save(form, "NRSBACK", "7")).isInstanceOf(ReasonIsMissing.class);
        long revision = item(form, "NRSBACK").revision();
        save(form, new Entry(key(), "NRSBACK", "7", null, null, revision, "misread the source"));
        assertThat(capture.history(SITE, form, "NRSBACK"))
                .last()
                .extracting(AuditLine::oldValue, AuditLine::newValue, AuditLine::reason)
                .containsExactly("6", "7", "misread the source");
    }

    @Test
    void a_locked_form_takes_nothing_until_it_is_unlocked() throws Exception {
        long form = start("SE_SCREEN", "PAIN");
        save(form, "VASBACK", "62");
        within(() -> book.lock(SITE, form, null));
        assertThatThrownBy(() -> save(form, "VASBACK", "61")).isInstanceOf(FormIsClosed.class);
        assertThatThrownBy(() -> desk.voidForm(SITE, form, "why")).isInstanceOf(FormIsClosed.class);
        assertThat(capture.open(SITE, form).permits().correctable()).isFalse();
        within(() -> book.unlock(SITE, form, "locked too early"));
        save(form, "VASBACK", "61");
    }

    @Test
    void the_form_of_another_site_does_not_exist_and_a_monitor_changes_nothing() {
        long form = start("SE_SCREEN", "DM");
        trial.coordinator(STUDY, "102");
        Scope other = Scope.of(STUDY, "102");
        assertThatThrownBy(() -> capture.open(other, form)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> capture.save(other, form, new Entry(key(), "SEX", "F", null, null, 0, null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> capture.open(SITE, form)).isInstanceOf(NotAllowed.class);
        trial.as(People.person("monitor", "/studies/" + STUDY + "/all/monitor"));
        assertThat(capture.open(SITE, form).permits().correctable()).isFalse();
        assertThatThrownBy(() -> save(form, "SEX", "F")).isInstanceOf(NotAllowed.class);
    }

    @Test
    void consent_and_criteria_reach_the_gate_and_leave_it_with_the_form() {
        long consent = start("SE_SCREEN", "ICF");
        save(consent, "ICFYN", "yes");
        save(consent, "ICFDAT", "2026-01-15");
        assertThat(participants.get(SITE, subject).gate().consentDate()).isEqualTo("2026-01-15");
        long eligibility = start("SE_SCREEN", "IE");
        save(eligibility, "LBPDUR", "7");
        assertThat(verdict("I5")).isEqualTo(Verdict.MET);
        save(eligibility, "LBPDUR", "5");
        assertThat(verdict("I5")).isEqualTo(Verdict.NOT_MET);
        desk.voidForm(SITE, eligibility, "wrong participant");
        assertThat(verdict("I5")).isEqualTo(Verdict.NOT_YET);
        desk.voidForm(SITE, consent, "wrong participant");
        assertThat(participants.get(SITE, subject).gate().consentDate()).isNull();
        assertThat(start("SE_SCREEN", "ICF")).isNotEqualTo(consent);
    }

    @Test
    void a_change_of_one_form_is_judged_in_the_forms_that_look_at_it() {
        long consent = start("SE_SCREEN", "ICF");
        save(consent, "ICFYN", "yes");
        save(consent, "ICFDAT", "2026-01-15");
        long demographics = start("SE_SCREEN", "DM");
        save(demographics, "BRTHDAT", "2005-06-01");
        assertThat(item(demographics, "BRTHDAT").checks()).isEmpty();
        save(consent, "ICFDAT", "2023-01-15");
        assertThat(item(demographics, "BRTHDAT").checks())
                .as("17 years old at consent")
                .hasSize(1);
        save(consent, "ICFDAT", "2026-01-15");
        assertThat(item(demographics, "BRTHDAT").checks()).isEmpty();
        assertThat(capture.history(SITE, demographics, "BRTHDAT"))
                .extracting(AuditLine::action)
                .containsExactly("item-changed", "check-fired", "check-cleared");
    }

    @Test
    void a_form_is_started_once_and_rows_of_a_log_are_numbered() {
        assertThat(start("SE_SCREEN", "DM")).isEqualTo(start("SE_SCREEN", "DM"));
        long first = capture.addRow(SITE, subject, "MH");
        long second = capture.addRow(SITE, subject, "MH");
        desk.voidForm(SITE, first, "entered twice");
        long third = capture.addRow(SITE, subject, "MH");
        assertThat(capture.rows(SITE, subject, "MH")).extracting(FormState::row).containsExactly(1, 2, 3);
        assertThat(capture.rows(SITE, subject, "MH")).extracting(FormState::id).containsExactly(first, second, third);
        assertThatThrownBy(() -> capture.addRow(SITE, subject, "DM")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> start("SE_SCREEN", "INJ")).isInstanceOf(NotFound.class);
    }

    @Test
    void a_void_form_is_restored_unless_another_stands_in_its_place() {
        long form = start("SE_SCREEN", "ICF");
        save(form, "ICFYN", "yes");
        save(form, "ICFDAT", "2026-01-15");
        desk.voidForm(SITE, form, "wrong participant");
        assertThat(participants.get(SITE, subject).gate().consentDate()).isNull();
        assertThat(capture.open(SITE, form).permits().reopenable()).isTrue();
        long other = start("SE_SCREEN", "ICF");
        assertThatThrownBy(() -> desk.reopen(SITE, form, "right after all")).isInstanceOf(FormIsClosed.class);
        desk.voidForm(SITE, other, "not needed");
        assertThatThrownBy(() -> desk.reopen(SITE, form, " ")).isInstanceOf(ReasonIsMissing.class);
        assertThat(desk.reopen(SITE, form, "right after all").state()).isEqualTo(FormState.State.STARTED);
        assertThat(participants.get(SITE, subject).gate().consentDate()).isEqualTo("2026-01-15");
        save(form, "ICFDAT", "2026-01-16");
        assertThat(participants.get(SITE, subject).gate().consentDate()).isEqualTo("2026-01-16");
    }

    @Test
    void a_form_not_done_takes_no_data_until_reopened() {
        long form = start("SE_SCREEN", "PAIN");
        assertThatThrownBy(() -> desk.notDone(SITE, form, null, null)).isInstanceOf(ReasonIsMissing.class);
        desk.notDone(SITE, form, null, "participant was too tired");
        assertThatThrownBy(() -> save(form, "VASBACK", "61")).isInstanceOf(FormIsClosed.class);
        desk.reopen(SITE, form, "done in the afternoon");
        save(form, "VASBACK", "61");
    }

    /** Later rooms call the casebook inside the transaction of their own boundary. */
    private void within(Runnable act) throws Exception {
        transaction.begin();
        act.run();
        transaction.commit();
    }

    private long start(String event, String form) {
        return capture.start(SITE, subject, event, form);
    }

    private Saved save(long form, String item, String text) {
        return save(
                form, new Entry(key(), item, text, null, null, item(form, item).revision(), null));
    }

    private Saved save(long form, Entry entry) {
        return capture.save(SITE, form, entry);
    }

    private ItemState item(long form, String oid) {
        return book.get(SITE, form).item(oid);
    }

    private Verdict verdict(String number) {
        return participants.get(SITE, subject).gate().criteria().stream()
                .filter(criterion -> criterion.number().equals(number))
                .map(CriterionResult::verdict)
                .findFirst()
                .orElseThrow();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
