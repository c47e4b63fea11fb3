package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.capture.DataCapture.NewRow;
import org.casebook.capture.Entry;
import org.casebook.capture.Entry.LeftBlank;
import org.casebook.capture.FormIsClosed;
import org.casebook.capture.FormState.State;
import org.casebook.capture.KeyWasUsed;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Scope;
import org.casebook.query.QueryDesk;
import org.casebook.query.QueryFilter;
import org.casebook.query.QueryState;
import org.casebook.query.QueryView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reasons for a blank, of an item and of a whole form: they answer what checks ask, and taken back the checks ask again. */
class LeftBlankIT extends AtTheSite {
    private static final String STUDY = "BLANK";
    private static final Scope SITE = Scope.of(STUDY, "101");

    @Inject
    private QueryDesk queries;

    @Inject
    private AuditTrail trail;

    private String subject;
    private long form;

    @BeforeEach
    void start() {
        trial.open(STUDY, "studies/blank.xml");
        subject = trial.participant(STUDY, "101");
        form = work.start(SITE, subject, "SE.1", "F.PAIN");
        assertThat(ask()).as("an empty form is asked about").isEqualTo(QueryState.OPEN);
    }

    @Test
    void the_reason_of_an_item_closes_its_query_and_taken_back_it_is_asked_again() {
        leave("REFUSED");
        assertThat(ask()).isEqualTo(QueryState.CLOSED);
        assertThat(cleared()).containsExactly("The item was left blank: refused.");
        assertThat(asked().get(0).messages())
                .last()
                .satisfies(message -> assertThat(message.text()).isEqualTo("The item was left blank: refused."));
        leave(null);
        assertThat(ask()).isEqualTo(QueryState.OPEN);
        work.type(SITE, form, "PAIN", "40");
        assertThat(ask()).isEqualTo(QueryState.CLOSED);
        assertThat(cleared()).containsExactly("The item was left blank: refused.", null);
    }

    @Test
    void the_reason_of_a_form_closes_its_queries_and_reopened_it_is_asked_again() {
        assertThatThrownBy(() -> desk.notDone(SITE, form, "BORED", "Why not")).isInstanceOf(Invalid.class);
        desk.notDone(SITE, form, "NOT_APPLICABLE", "Came by telephone");
        assertThat(ask()).isEqualTo(QueryState.CLOSED);
        assertThat(book.get(SITE, form).state()).isEqualTo(State.NOT_DONE);
        assertThat(capture.open(SITE, form).header().leftBlank()).isEqualTo(LeftBlank.NOT_APPLICABLE);
        assertThat(cleared()).containsExactly("The form was left blank: not applicable.");
        assertThat(told("form-left-blank"))
                .extracting(AuditLine::oldValue, AuditLine::newValue, AuditLine::reason)
                .containsExactly(tuple(null, "NOT_APPLICABLE", "Came by telephone"));

        desk.reopen(SITE, form, "Came in person");
        assertThat(capture.open(SITE, form).header().leftBlank()).isNull();
        assertThat(ask()).isEqualTo(QueryState.OPEN);
        assertThat(told("form-left-blank")).extracting(AuditLine::newValue).containsExactly("NOT_APPLICABLE", null);
    }

    @Test
    void a_form_that_holds_data_is_not_left_blank() {
        work.type(SITE, form, "NOTE", "Sleeps badly");
        assertThatThrownBy(() -> desk.notDone(SITE, form, "REFUSED", "No time")).isInstanceOf(FormIsClosed.class);
        assertThat(ask()).isEqualTo(QueryState.OPEN);
    }

    @Test
    void completing_again_under_the_same_key_does_nothing_a_second_time() {
        work.type(SITE, form, "PAIN", "40");
        String key = UUID.randomUUID().toString();
        long revision = desk.completeOnce(SITE, form, key).revision();
        assertThat(desk.completeOnce(SITE, form, key).revision()).isEqualTo(revision);
        assertThat(told("form-completed")).hasSize(1);
        assertThatThrownBy(() -> desk.completeOnce(SITE, form, "another")).isInstanceOf(FormIsClosed.class);
        trial.as(People.person("investigator-101", "/studies/" + STUDY + "/101/investigator"));
        assertThatThrownBy(() -> desk.completeOnce(SITE, form, key)).isInstanceOf(KeyWasUsed.class);
    }

    @Test
    void a_row_asked_for_again_under_the_same_key_is_the_same_row() {
        trial.open("BLANKROWS");
        String person = trial.participant("BLANKROWS", "101");
        Scope site = Scope.of("BLANKROWS", "101");
        String key = UUID.randomUUID().toString();
        long row = capture.addRowOnce(site, new NewRow(person, null, "AE", key));
        assertThat(capture.addRowOnce(site, new NewRow(person, null, "AE", key)))
                .isEqualTo(row);
        assertThat(capture.rows(site, person, "AE")).hasSize(1);
        assertThatThrownBy(() -> capture.addRowOnce(site, new NewRow(person, null, "CM", key)))
                .isInstanceOf(KeyWasUsed.class);
        assertThat(capture.addRowOnce(site, new NewRow(person, null, "AE", "next")))
                .isNotEqualTo(row);
        assertThatThrownBy(() -> capture.addRowOnce(site, new NewRow(person, null, "AE", "x".repeat(65))))
                .isInstanceOf(Invalid.class);
    }

    private void leave(String code) {
        long revision = book.get(SITE, form).item("PAIN").revision();
        capture.save(SITE, form, new Entry(UUID.randomUUID().toString(), "PAIN", null, null, code, revision, null));
    }

    /** The state of the latest query that the check opened. */
    private QueryState ask() {
        return asked().stream()
                .reduce((earlier, later) -> later.id() > earlier.id() ? later : earlier)
                .orElseThrow()
                .state();
    }

    private List<QueryView> asked() {
        return queries.list(SITE, QueryFilter.ALL.ofForm(form)).stream()
                .filter(query -> "CK.NEEDED".equals(query.check()))
                .toList();
    }

    private List<String> cleared() {
        return told("check-cleared").stream().map(AuditLine::reason).toList();
    }

    private List<AuditLine> told(String action) {
        return trail.lines(SITE, new TrailFilter(subject, null, action, 0, 50)).stream()
                .sorted(Comparator.comparingLong(AuditLine::id))
                .toList();
    }
}
