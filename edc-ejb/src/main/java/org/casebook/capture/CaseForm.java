package org.casebook.capture;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.casebook.capture.Entry.LeftBlank;
import org.casebook.capture.FormChanged.Act;
import org.casebook.capture.FormState.State;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Change;
import org.casebook.kernel.Scope;

/**
 * One form of one participant at one visit, or one row of a log. Each verb moves the revision by one, or refuses; the
 * database refuses a revision that has no entry in the audit trail.
 */
@Entity
@Table(name = "case_form")
@NamedQuery(name = CaseForms.HELD, query = CaseForms.ONE, hints = @QueryHint(name = CaseForms.LOCK, value = "Lock"))
public class CaseForm {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_form")
    @SequenceGenerator(name = "case_form", sequenceName = "case_form_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Column(name = "subject_key")
    private String subject;

    @Column(name = "event_oid")
    private String event;

    @Column(name = "form_oid")
    private String form;

    @Column(name = "row_no")
    private Integer row;

    @Column(name = "version_id")
    private long versionId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "left_blank")
    @Enumerated(EnumType.STRING)
    private LeftBlank leftBlank;

    private boolean locked;
    private long revision;

    @Convert(converter = FormDocument.Text.class)
    private FormDocument document;

    @Column(name = "completed_at")
    private Instant completedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected CaseForm() {}

    /** Where a form stands in a participant's casebook: at an event, at a row of a log, or at a row of a form at an event. */
    record Seat(String subject, String event, String form, Integer row, long versionId) {}

    CaseForm(Scope scope, Seat seat, UnaryOperator<FormDocument> rules, Instant at) {
        study = scope.study();
        site = scope.site();
        subject = seat.subject();
        event = seat.event();
        form = seat.form();
        row = seat.row();
        versionId = seat.versionId();
        state = State.STARTED;
        document = rules.apply(FormDocument.EMPTY);
        revision = 1;
        createdAt = at;
        updatedAt = at;
    }

    /** The fact that this form was started; once it has its id. */
    FormChanged started() {
        return told(Act.STARTED, null, null);
    }

    /**
     * Takes what was typed into one item, and what the form's rules make of it; the same text again changes nothing.
     *
     * @param entered the item as it reads after the entry
     * @param rules what follows for the whole document: hidden, derived, checked
     * @return the document as it was before
     */
    FormDocument correct(Entry entry, ItemState entered, UnaryOperator<FormDocument> rules, Instant at) {
        requireState(State.STARTED, State.COMPLETE);
        FormDocument before = document;
        ItemState held = before.item(entry.item());
        if (held.sameEntry(entered)) {
            return before;
        }
        if (held.revision() != entry.itemRevision()) {
            throw new ItemWasChanged(entry.item(), held);
        }
        if (needsReason()) {
            ReasonIsMissing.required(entry.reason(), "change");
        }
        document = rules.apply(before.with(entry.item(), entered));
        advance(at);
        return before;
    }

    /**
     * Applies the form's rules again after a change elsewhere; nothing happens when they come to the same, or the form is
     * closed.
     *
     * @return the fact, when something changed
     */
    Optional<FormChanged> follow(UnaryOperator<FormDocument> rules, String cause, Instant at) {
        FormDocument after = rules.apply(document);
        if (!isCorrectable() || after.equals(document)) {
            return Optional.empty();
        }
        document = after;
        return Optional.of(move(Act.RULES_APPLIED, state, cause, at));
    }

    /** Says that all is entered; refuses while a mandatory item is shown and has neither value nor reason. */
    FormChanged complete(FormDefinition definition, Instant at) {
        requireState(State.STARTED);
        List<ItemDefinition> missing = document.missing(definition);
        if (!missing.isEmpty()) {
            throw new FormIsIncomplete(missing, item -> item.question().shown());
        }
        completedAt = at;
        return move(Act.COMPLETED, State.COMPLETE, null, at);
    }

    /** Takes a complete form, one declared not done, or a void one back to work. */
    FormChanged reopen(String reason, Instant at) {
        requireState(State.COMPLETE, State.NOT_DONE, State.VOID);
        Act act = isVoid() ? Act.RESTORED : Act.REOPENED;
        LeftBlank before = leftBlank;
        leftBlank = null;
        return move(act, State.STARTED, ReasonIsMissing.required(reason, "reopen"), at)
                .withLeftBlank(before, null);
    }

    /** Says that the form will not be filled, and why; it must hold no data. That answers what its checks ask. */
    FormChanged markNotDone(LeftBlank code, String reason, Instant at) {
        requireState(State.STARTED);
        if (!document.isEmpty()) {
            throw FormIsClosed.holdsData(form);
        }
        String why = ReasonIsMissing.required(reason, "notDone");
        leftBlank = code;
        document = document.silenced();
        return move(Act.NOT_DONE, State.NOT_DONE, why, at).withLeftBlank(null, code);
    }

    /** Takes a form out of the casebook; its data stay readable, and it can be reopened. */
    FormChanged voidIt(String reason, Instant at) {
        requireState(State.STARTED, State.COMPLETE, State.NOT_DONE);
        return move(Act.VOIDED, State.VOID, ReasonIsMissing.required(reason, "void"), at);
    }

    FormChanged lock(String reason, Instant at) {
        if (locked) {
            throw FormIsClosed.locked(form);
        }
        locked = true;
        return move(Act.LOCKED, state, reason, at);
    }

    FormChanged unlock(String reason, Instant at) {
        if (!locked) {
            throw FormIsClosed.notLocked(form);
        }
        String why = ReasonIsMissing.required(reason, "unlock");
        locked = false;
        return move(Act.UNLOCKED, state, why, at);
    }

    /** Whether data can be entered; the page asks the same as the verb. */
    boolean isCorrectable() {
        return allows(State.STARTED, State.COMPLETE);
    }

    /** Whether the form is open and in one of these states; what each verb asks before it does anything. */
    boolean allows(State... states) {
        return !locked && List.of(states).contains(state);
    }

    /** Whether each change needs a reason: from the first completion on, reopened or not. */
    boolean needsReason() {
        return completedAt != null;
    }

    FormDocument document() {
        return document;
    }

    Long id() {
        return id;
    }

    LeftBlank leftBlank() {
        return leftBlank;
    }

    Seat seat() {
        return new Seat(subject, event, form, row, versionId);
    }

    /** Whether it is the form of this seat, whatever version the seat names, and not void. */
    boolean standsAt(Seat seat) {
        return !isVoid() && seat().equals(new Seat(subject, seat.event(), seat.form(), seat.row(), versionId));
    }

    boolean isVoid() {
        return state == State.VOID;
    }

    /** The value of the item as far as it counts elsewhere; null when it does not, and once the form is void. */
    String countingValue(ItemDefinition item) {
        return isVoid() ? null : document.item(item.oid()).countingValue(item);
    }

    /** Whether anything was entered on it that counts elsewhere. */
    boolean isFilled(FormDefinition definition) {
        return !isVoid() && document.isFilled(definition);
    }

    Scope scope() {
        return Scope.of(study, site);
    }

    /** Where the present revision of this item stands. */
    Change.Place place(String item) {
        return new Change.Place(id, revision, event, form, item);
    }

    FormState toState() {
        return new FormState(
                id == null ? 0 : id,
                study,
                site,
                subject,
                event,
                form,
                row,
                versionId,
                state,
                locked,
                revision,
                createdAt,
                updatedAt,
                document.items());
    }

    private void requireState(State... allowed) {
        if (!allows(allowed)) {
            throw locked ? FormIsClosed.locked(form) : FormIsClosed.in(state, form);
        }
    }

    private FormChanged move(Act act, State to, String reason, Instant at) {
        State from = state;
        state = to;
        advance(at);
        return told(act, from, reason);
    }

    private void advance(Instant at) {
        revision++;
        updatedAt = at;
    }

    private FormChanged told(Act act, State from, String reason) {
        return new FormChanged(scope(), subject, place(null), act, from, state, reason, null, null);
    }
}
