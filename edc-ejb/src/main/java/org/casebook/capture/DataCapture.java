package org.casebook.capture;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.blinding.Blinding;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.site.SiteRegister;
import org.casebook.study.Definitions;
import org.casebook.veil.Veil;

/**
 * Entering data: open a form, start one, save what was typed into an item. Each save is one transaction with its entries
 * in the audit trail; it answers only once it is stored.
 */
@Stateless
public class DataCapture {

    @Inject
    private CaseForms forms;

    @Inject
    private FormStart starts;

    @Inject
    private Recording recording;

    @Inject
    private Definitions definitions;

    @Inject
    private SiteRegister sites;

    @Inject
    private Blinding blinding;

    @Inject
    private AuditTrail trail;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    /** The form with its content, and what this person may do with it. */
    @Allowed(Permission.VIEW_DATA)
    public CaseFormView open(Scope scope, long formId) {
        return view(forms.get(scope, formId));
    }

    /**
     * Where a form of a visit stands, begun or not.
     *
     * @param event OID of the visit
     * @param form OID of a form without rows
     */
    public record Seat(String subject, String event, String form) {

        public Seat {
            if (Stream.of(subject, event, form).anyMatch(part -> part == null || part.isBlank())) {
                throw new Invalid(Sentence.of("capture", "noSeat"));
            }
        }
    }

    /**
     * The form that stands at a seat; where none was begun, the empty one, with id 0. Looking begins nothing.
     *
     * @throws NotFound when the participant is not within the scope, or the study plans no such form there
     */
    @Allowed(Permission.VIEW_DATA)
    public CaseFormView open(Scope scope, Seat seat) {
        return view(starts.look(scope, seat));
    }

    private CaseFormView view(CaseForm form) {
        return CaseFormView.of(
                definitions.get(form.seat().versionId()),
                form,
                actor.get(),
                blinding.seenBy(form.scope()),
                () -> sites.zone(form.scope()));
    }

    /** The rows of a form, of its log and at visits, void ones too, in order. */
    @Allowed(Permission.VIEW_DATA)
    public List<FormState> rows(Scope scope, String subject, String form) {
        return forms.rows(scope, subject, form).stream()
                .filter(row ->
                        !blinding.seenBy(row.scope()).hidesEvent(row.seat().event()))
                .map(row -> row.toState().seenThrough(blinding.seenBy(row.scope())))
                .toList();
    }

    /**
     * Starts a form at a visit; one that was started before is opened again. Of a form with rows the next row is added.
     *
     * @return id of the form
     */
    @Allowed(Permission.ENTER_DATA)
    public long start(Scope scope, String subject, String event, String form) {
        return starts.atEvent(scope, subject, event, form);
    }

    /**
     * Adds a row to a log of the participant, which belongs to no visit.
     *
     * @return id of the row
     */
    @Allowed(Permission.ENTER_DATA)
    public long addRow(Scope scope, String subject, String form) {
        return starts.row(scope, subject, form);
    }

    /**
     * The row to add.
     *
     * @param event OID of the visit; null or blank for a log, which belongs to none
     * @param key chosen by the sender, unique for this request: the same again gives the same row; null: each
     *     request is new
     */
    public record NewRow(String subject, String event, String form, String key) {

        boolean isAtVisit() {
            return event != null && !event.isBlank();
        }
    }

    /**
     * Adds a row as {@link #addRow}, or at a visit as {@link #start}; sent again under the same key it adds nothing.
     *
     * @return id of the row
     * @throws KeyWasUsed when the key came with something else, or from somebody else
     */
    @Allowed(Permission.ENTER_DATA)
    public long addRowOnce(Scope scope, NewRow row) {
        return starts.once(scope, row, actor.get().id());
    }

    /**
     * Stores what was typed into one item, readable or not, and everything that follows from it.
     *
     * @throws NotFound when the form has no such item, or none that this person may see
     * @throws FormIsClosed when the form is locked, void or declared not done
     * @throws ItemWasChanged when somebody changed the item after this person saw it
     * @throws ReasonIsMissing when the form was completed before and no reason is given
     */
    @Allowed(Permission.ENTER_DATA)
    public Saved save(Scope scope, long formId, Entry entry) {
        return store(scope, formId, entry, recording::correct);
    }

    /** What an entry at a seat brought about, and the id of the form that stands there since. */
    public record Begun(long form, Saved saved) {}

    /**
     * As {@link #save}, into the form of a seat: where none was begun, the entry begins it, in one transaction. Two people who
     * enter first at once come into one form.
     *
     * @throws org.casebook.kernel.Invalid when the form is not collected from this participant
     */
    @Allowed(Permission.ENTER_DATA)
    public Begun save(Scope scope, Seat seat, Entry entry) {
        return starts.begin(scope, seat, formId -> new Begun(formId, store(scope, formId, entry, recording::correct)));
    }

    /**
     * Says that a file is attached to an item; the room of attachments calls it, in the transaction that keeps the file's row.
     *
     * @param entry its text is the file's name and number, as {@code report.pdf #17}
     * @throws FormIsClosed as {@link #save}, whose other refusals it shares
     */
    @Allowed(Permission.ENTER_DATA)
    public Saved attach(Scope scope, long formId, Entry entry) {
        return store(scope, formId, entry, recording::attach);
    }

    private Saved store(Scope scope, long formId, Entry entry, BiFunction<CaseForm, Entry, Saved> way) {
        CaseForm form = forms.hold(scope, formId);
        Veil veil = blinding.seenBy(form.scope());
        String formOid = form.seat().form();
        if (veil.hides(formOid, entry.item())) {
            // in the very words of an item that the form does not have
            throw new NotFound("item of form " + formOid, entry.item(), null);
        }
        String person = actor.get().id();
        Optional<Saved> answered = forms.answer(formId, entry, person);
        if (answered.isPresent()) {
            return answered.get().seenThrough(veil, formOid);
        }
        Saved saved = correct(form, entry, way).seenThrough(veil, formOid);
        forms.remember(formId, entry, person, saved, clock.instant());
        return saved;
    }

    private Saved correct(CaseForm form, Entry entry, BiFunction<CaseForm, Entry, Saved> way) {
        try {
            return way.apply(form, entry);
        } catch (ItemWasChanged conflict) {
            throw told(form, conflict);
        }
    }

    private ItemWasChanged told(CaseForm form, ItemWasChanged conflict) {
        return trail.history(form.scope(), form.id(), conflict.item()).stream()
                .filter(line -> line.action().startsWith("item-"))
                .reduce((earlier, later) -> later)
                .map(last -> conflict.by(last.who().fullName(), last.at()))
                .orElse(conflict);
    }

    /** Every entry of the audit trail about one item, oldest first. */
    @Allowed(Permission.VIEW_AUDIT)
    public List<AuditLine> history(Scope scope, long formId, String item) {
        forms.get(scope, formId);
        return trail.history(scope, formId, item);
    }
}
