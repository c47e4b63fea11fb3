package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import org.casebook.audit.AuditLine;
import org.casebook.capture.ItemState;
import org.casebook.kernel.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that look at other visits and at rows of logs, through the save path on the real database. */
class ExpressionsIT extends AtTheSite {

    private static final String STUDY = "PAINSTUDY";
    private static final Scope SITE = Scope.of(STUDY, "101");

    @Inject
    private UserTransaction transaction;

    private String subject;

    @BeforeEach
    void enrol() {
        trial.open(STUDY, "studies/pain.xml");
        subject = trial.participant(STUDY, "101");
    }

    @Test
    void a_change_at_month_1_is_followed_at_month_3_and_told_as_the_rules_work() {
        pain("SE_BASE", "80");
        long month1 = pain("SE_M1", "60");
        long month3 = pain("SE_M3", "50");
        assertThat(item(month3, "CHG").value()).isEqualTo("-30.0");
        assertThat(item(month3, "DIFF").value()).isEqualTo("-10.0");
        assertThat(item(month3, "TOTAL").value()).isEqualTo("190.0");

        work.type(SITE, month1, "PAIN", "70.5");
        assertThat(item(month3, "DIFF").value()).isEqualTo("-20.5");
        assertThat(item(month3, "TOTAL").value()).isEqualTo("200.5");
        assertThat(item(month3, "CHG").value()).isEqualTo("-30.0");
        AuditLine last = last(capture.history(SITE, month3, "DIFF"));
        assertThat(last.oldValue()).isEqualTo("-10.0");
        assertThat(last.newValue()).isEqualTo("-20.5");
        assertThat(last.who().origin()).isEqualTo("rule");
        assertThat(last.place().formRevision()).isEqualTo(book.get(SITE, month3).revision());
    }

    @Test
    void a_serious_event_turns_a_check_on_at_the_end_of_study_form_and_goes_with_its_row() {
        long end = work.start(SITE, subject, "SE_END", "EOS");
        work.type(SITE, end, "EOSOK", "yes");
        long row = capture.addRow(SITE, subject, "AE");
        work.type(SITE, row, "AETERM", "fall");
        assertThat(item(end, "EOSOK").checks()).isEmpty();
        work.type(SITE, row, "AESER", "Y");
        assertThat(item(end, "EOSOK").checks()).containsExactly("CK_EOSOK");
        work.type(SITE, row, "AEDAYS", "12");
        assertThat(item(end, "WORST").value()).isEqualTo("12.0");

        desk.voidForm(SITE, row, "entered for the wrong participant");
        assertThat(item(end, "EOSOK").checks()).isEmpty();
        assertThat(item(end, "WORST").value()).isNull();
    }

    @Test
    void a_form_that_was_locked_meanwhile_catches_up_when_it_is_unlocked() throws Exception {
        pain("SE_BASE", "80");
        long month1 = pain("SE_M1", "60");
        transaction.begin();
        book.lock(SITE, month1, "cleaned");
        transaction.commit();
        work.type(SITE, pain("SE_BASE", "80"), "PAIN", "90");
        assertThat(item(month1, "CHG").value()).isEqualTo("-20.0");
        transaction.begin();
        book.unlock(SITE, month1, "late correction");
        transaction.commit();
        assertThat(item(month1, "CHG").value()).isEqualTo("-30.0");
    }

    @Test
    void what_is_not_touched_by_a_change_stays_as_it_was_found() {
        long end = work.start(SITE, subject, "SE_END", "EOS");
        assertThat(item(end, "EOSNOTE").hidden()).isTrue();
        work.type(SITE, end, "EOSOK", "yes");
        assertThat(item(end, "EOSNOTE").hidden()).isFalse();
        work.type(SITE, end, "EOSNOTE", "all done");
        assertThat(item(end, "EOSNOTE").hidden()).isFalse();
        work.type(SITE, end, "EOSOK", null);
        assertThat(item(end, "EOSNOTE").checks()).containsExactly(ItemState.SUPERFLUOUS);
    }

    private long pain(String event, String text) {
        long form = work.start(SITE, subject, event, "VAS");
        if (item(form, "PAIN").text() == null) {
            work.type(SITE, form, "PAIN", text);
        }
        return form;
    }

    private ItemState item(long form, String item) {
        return book.get(SITE, form).item(item);
    }

    private static AuditLine last(List<AuditLine> lines) {
        return lines.get(lines.size() - 1);
    }
}
