package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.capture.FormDesk;
import org.casebook.capture.KeyWasUsed;
import org.casebook.it.InContainer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.query.QueryDesk;
import org.casebook.query.QueryFilter;
import org.casebook.query.QueryLine;
import org.casebook.query.QueryState;
import org.casebook.query.QueryView;
import org.casebook.query.WrongTurn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries of people and of checks on the shipped trial. */
class QueryDeskIT extends InContainer {
    private static final String STUDY = "QUERYIT";
    private static final Scope SITE = Scope.of(STUDY, "101");

    @Inject
    private Trial trial;

    @Inject
    private Casework casework;

    @Inject
    private FormDesk formDesk;

    @Inject
    private QueryDesk desk;

    @Inject
    private AuditTrail trail;

    private String subject;
    private long pain;

    @BeforeEach
    void enrol() {
        trial.open(STUDY);
        subject = trial.participant(STUDY, "101");
        pain = casework.start(SITE, subject, "SE_SCREEN", "PAIN");
    }

    @Test
    void a_check_opens_one_query_that_closes_itself() {
        casework.type(SITE, pain, "VASBACK", "a lot");
        casework.type(SITE, pain, "VASBACK", "very much");
        assertThat(ofForm()).singleElement().satisfies(query -> {
            assertThat(query.isSystem()).isTrue();
            assertThat(query.state()).isEqualTo(QueryState.OPEN);
            assertThat(query.place().item()).isEqualTo("VASBACK");
        });

        casework.type(SITE, pain, "VASBACK", "55");
        assertThat(ofForm()).singleElement().satisfies(query -> {
            assertThat(query.state()).isEqualTo(QueryState.CLOSED);
            assertThat(query.messages()).extracting(QueryView.Message::act).containsExactly("RAISED", "CLOSED");
        });
        assertThat(actions()).contains("query-opened", "query-closed");

        casework.type(SITE, pain, "VASBACK", "again a lot");
        assertThat(ofForm()).extracting(QueryView::state).containsExactlyInAnyOrder(QueryState.CLOSED, QueryState.OPEN);
    }

    @Test
    void a_system_query_that_was_answered_is_not_opened_twice() {
        casework.type(SITE, pain, "VASBACK", "a lot");
        desk.answer(SITE, ofForm().get(0).id(), "The participant gave no number.");
        casework.type(SITE, pain, "VASBACK", "very much");
        assertThat(ofForm()).singleElement().extracting(QueryView::state).isEqualTo(QueryState.ANSWERED);
        casework.type(SITE, pain, "VASBACK", "55");
        assertThat(ofForm()).singleElement().extracting(QueryView::state).isEqualTo(QueryState.CLOSED);
    }

    @Test
    void a_person_asks_the_site_answers_and_the_monitor_closes() {
        casework.type(SITE, pain, "VASBACK", "55");
        monitor();
        long id =
                desk.raise(SITE, pain, "VASBACK", "Is 55 what the paper says?").id();
        assertThatThrownBy(() -> desk.answer(SITE, id, "Yes.")).isInstanceOf(NotAllowed.class);

        trial.coordinator(STUDY, "101");
        assertThatThrownBy(() -> desk.close(SITE, id, "Fine.")).isInstanceOf(NotAllowed.class);
        desk.answer(SITE, id, "Yes, see page 3.");
        assertThatThrownBy(() -> desk.answer(SITE, id, "Yes!")).isInstanceOf(WrongTurn.class);

        monitor();
        desk.reopen(SITE, id, "Page 3 is missing.");
        trial.coordinator(STUDY, "101");
        desk.answer(SITE, id, "Found it.");
        monitor();
        QueryView closed = desk.close(SITE, id, "Seen.");
        assertThat(closed.messages())
                .extracting(QueryView.Message::text)
                .containsExactly(
                        "Is 55 what the paper says?", "Yes, see page 3.", "Page 3 is missing.", "Found it.", "Seen.");
        assertThat(closed.messages())
                .extracting(QueryView.Message::role)
                .containsExactly("monitor", "coordinator", "monitor", "coordinator", "monitor");
    }

    @Test
    void what_is_sent_again_under_its_key_is_said_once() {
        monitor();
        long id =
                desk.raiseOnce(SITE, pain, "VASBACK", "Is 55 right?", "asked-1").id();
        assertThat(desk.raiseOnce(SITE, pain, "VASBACK", "Is 55 right?", "asked-1")
                        .id())
                .isEqualTo(id);
        assertThat(ofForm()).hasSize(1);
        assertThat(actions()).containsOnlyOnce("query-opened");
        assertThatThrownBy(() -> desk.raiseOnce(SITE, pain, null, "And the form?", "asked-1"))
                .isInstanceOf(KeyWasUsed.class);
        assertThatThrownBy(() -> desk.raiseOnce(SITE, pain, "VASBACK", "Is 55 right?", "k".repeat(65)))
                .isInstanceOf(Invalid.class);

        trial.coordinator(STUDY, "101");
        desk.answerOnce(SITE, id, "Yes.", "said-1");
        assertThat(desk.answerOnce(SITE, id, "Yes.", "said-1").messages()).hasSize(2);
        assertThatThrownBy(() -> desk.answerOnce(SITE, id, "Yes.", "said-2")).isInstanceOf(WrongTurn.class);
        // what was refused has not used its key up
        monitor();
        desk.reopen(SITE, id, "Which page?");
        trial.coordinator(STUDY, "101");
        assertThat(desk.answerOnce(SITE, id, "Page 3.", "said-2").messages()).hasSize(4);
    }

    @Test
    void the_list_names_what_is_asked_about_and_reaches_void_forms() {
        casework.type(SITE, pain, "VASBACK", "55");
        monitor();
        desk.raise(SITE, pain, "VASBACK", "Is 55 right?");
        trial.coordinator(STUDY, "101");
        formDesk.voidForm(SITE, pain, "Wrong participant.");
        QueryFilter ours = QueryFilter.UNSETTLED.ofSubject(subject);
        assertThat(desk.page(SITE, ours, 0, 50).lines()).singleElement().satisfies((QueryLine line) -> {
            assertThat(line.formName()).isEqualTo("Pain scales");
            assertThat(line.eventName()).isEqualTo("Screening");
            assertThat(line.question()).isNotBlank();
            assertThat(line.answer()).contains("55");
            assertThat(line.formVoid()).isTrue();
        });
    }

    @Test
    void a_query_of_another_site_does_not_exist() {
        monitor();
        long id = desk.raise(SITE, pain, null, "Is this form theirs?").id();
        trial.coordinator(STUDY, "102");
        assertThatThrownBy(() -> desk.answer(Scope.of(STUDY, "102"), id, "Yes."))
                .isInstanceOf(NotFound.class);
        assertThat(desk.list(Scope.of(STUDY, "102"), QueryFilter.ALL)).isEmpty();
    }

    private void monitor() {
        trial.as(People.person("monitor-" + STUDY, "/studies/" + STUDY + "/all/monitor"));
    }

    private List<QueryView> ofForm() {
        return desk.list(SITE, QueryFilter.ALL.ofForm(pain));
    }

    private List<String> actions() {
        return trail.lines(SITE, new TrailFilter(subject, null, null, 0, 100)).stream()
                .map(line -> line.action())
                .toList();
    }
}
