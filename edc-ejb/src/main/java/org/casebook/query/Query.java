package org.casebook.query;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.veil.Veil;

/** An open question on data: open, answered, closed, and perhaps reopened. */
@Entity
@Table(schema = "edc", name = "query")
class Query {

    @Id
    @GeneratedValue(generator = "query")
    @SequenceGenerator(name = "query", schema = "edc", sequenceName = "query_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Column(name = "subject_key")
    private String subject;

    @Column(name = "form_id")
    private long formId;

    @Column(name = "event_oid")
    private String event;

    @Column(name = "form_oid")
    private String form;

    @Column(name = "item_oid")
    private String item;

    @Column(name = "check_oid")
    private String check;

    @Enumerated(EnumType.STRING)
    private QueryState state;

    private String text;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_name")
    private String openedName;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    @ElementCollection
    @CollectionTable(schema = "edc", name = "query_message", joinColumns = @JoinColumn(name = "query_id"))
    @OrderColumn(name = "n")
    private List<QueryMessage> messages = new ArrayList<>();

    protected Query() {}

    /**
     * @param check OID of the check that asks; null when a person does
     * @param text the question, 1 to {@value org.casebook.kernel.Words#MOST} characters
     */
    Query(QueryPlace place, String check, String text, Author author, Instant at) {
        this.study = place.scope().study();
        this.site = place.scope().site();
        this.subject = place.subject();
        this.formId = place.formId();
        this.event = place.event();
        this.form = place.form();
        this.item = place.item();
        this.check = check;
        this.text = said(text, "question");
        this.openedBy = author.id();
        this.openedName = author.fullName();
        this.openedAt = at;
        say(QueryState.OPEN, new QueryMessage(QueryMessage.Act.RAISED, this.text, author, at), at);
    }

    void answer(String answer, Author author, Instant at) {
        require(state == QueryState.OPEN, "answered");
        say(QueryState.ANSWERED, new QueryMessage(QueryMessage.Act.ANSWERED, said(answer, "answer"), author, at), at);
    }

    /**
     * Closes it, answered or not: what was asked may have been settled otherwise.
     *
     * @param why what settled it, 1 to {@value org.casebook.kernel.Words#MOST} characters
     */
    void close(String why, Author author, Instant at) {
        require(state != QueryState.CLOSED, "closed");
        say(QueryState.CLOSED, new QueryMessage(QueryMessage.Act.CLOSED, said(why, "remark"), author, at), at);
    }

    /** Asks again: the answer does not settle it, or it was closed too early. */
    void reopen(String why, Author author, Instant at) {
        require(state != QueryState.OPEN, "reopened");
        say(QueryState.OPEN, new QueryMessage(QueryMessage.Act.REOPENED, said(why, "reason"), author, at), at);
    }

    private void say(QueryState next, QueryMessage message, Instant at) {
        messages.add(message);
        state = next;
        changedAt = at;
    }

    private void require(boolean possible, String wanted) {
        if (!possible) {
            throw new WrongTurn(id == null ? 0 : id, state, wanted);
        }
    }

    private static String said(String text, String what) {
        return Words.needed(text, Sentence.of("query", "empty." + what));
    }

    QueryState state() {
        return state;
    }

    QueryPlace place() {
        return new QueryPlace(Scope.of(study, site), subject, formId, event, form, item);
    }

    /** Whether it asks about something that may be seen. */
    boolean isSeenThrough(Veil veil) {
        return !veil.hides(form, item, check) && !veil.hidesEvent(event);
    }

    QueryView view() {
        return new QueryView(
                id == null ? 0 : id,
                place(),
                check,
                state,
                text,
                openedName,
                openedAt,
                changedAt,
                messages.stream().map(QueryMessage::view).toList());
    }
}
