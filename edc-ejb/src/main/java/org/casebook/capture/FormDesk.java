package org.casebook.capture;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.blinding.Blinding;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.site.SiteRegister;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** What happens to a case form as a whole: complete, reopen, not done, void. */
@Stateless
public class FormDesk {

    @Inject
    private CaseForms forms;

    @Inject
    private FormStart starts;

    @Inject
    private Definitions definitions;

    @Inject
    private Participants participants;

    @Inject
    private SiteRegister sites;

    @Inject
    private CurrentActor actor;

    @Inject
    private Consequences consequences;

    @Inject
    private Blinding blinding;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** Every form and log row of the participant, void ones too, oldest first. */
    @Allowed(Permission.VIEW_DATA)
    public List<FormState> list(Scope scope, String subject) {
        return forms.ofSubject(scope, subject).stream()
                .filter(form ->
                        !blinding.seenBy(form.scope()).hidesEvent(form.seat().event()))
                .map(this::seen)
                .toList();
    }

    /**
     * All rows of one log of one participant, or of a form with rows at one visit, drawn.
     *
     * @param event OID of the visit; null for a log that belongs to none
     * @throws NotFound when the participant is not within the scope, or the study has no such log there
     */
    @Allowed(Permission.VIEW_DATA)
    public CaseFormView.Log log(Scope scope, String subject, String event, String form) {
        Participant participant = participants.get(scope, subject);
        StudyDefinition study = definitions.get(participant.versionId());
        FormDefinition definition = study.findForm(form)
                .filter(found -> found.log()
                        && (event == null ? study.logs().stream() : study.findEvent(event).stream())
                                .anyMatch(candidate -> candidate.findForm(form).isPresent()))
                .orElseThrow(() -> new NotFound("log", form, participant.scope()));
        starts.requireOnPlan(participant, event);
        List<CaseFormView> rows = forms.rows(participant.scope(), subject, event, form).stream()
                .map(row -> CaseFormView.of(
                        definitions.get(row.seat().versionId()),
                        row,
                        actor.get(),
                        blinding.seenBy(row.scope()),
                        () -> sites.zone(row.scope())))
                .toList();
        return new CaseFormView.Log(
                subject,
                event,
                form,
                (event == null ? "" : study.event(event).name().shown() + ": ")
                        + definition.name().shown(),
                definition.help().shown(),
                actor.get().may(Permission.ENTER_DATA, participant.scope()),
                rows);
    }

    /**
     * Says that all is entered that this person is asked for. From then on each change needs a reason.
     *
     * @throws FormIsIncomplete with every mandatory item that is shown and has neither a value nor a reason for its absence
     */
    @Allowed(Permission.ENTER_DATA)
    public FormState complete(Scope scope, long formId) {
        CaseForm form = forms.hold(scope, formId);
        CaseForm.Seat seat = form.seat();
        FormDefinition asked =
                blinding.shown(form.scope(), definitions.get(seat.versionId()).form(seat.form()));
        return told(form, form.complete(asked, clock.instant()));
    }

    /**
     * As {@link #complete}; sent again under the same key it does nothing and tells how the form stands.
     *
     * @param key chosen by the sender, unique for this request; null: each request is new
     * @throws KeyWasUsed when the key came with something else, or from somebody else
     */
    @Allowed(Permission.ENTER_DATA)
    public FormState completeOnce(Scope scope, long formId, String key) {
        CaseForm form = forms.hold(scope, formId);
        if (key == null) {
            return complete(scope, formId);
        }
        CaseForms.Act act =
                new CaseForms.Act(form.scope().study(), key, actor.get().id(), "COMPLETE " + formId);
        if (forms.answer(act).isPresent()) {
            return seen(form);
        }
        FormState completed = complete(scope, formId);
        forms.remember(act, formId, clock.instant());
        return completed;
    }

    /** As {@link #completeOnce}, at a seat; a form without mandatory items is begun by it. */
    @Allowed(Permission.ENTER_DATA)
    public FormState completeOnce(Scope scope, DataCapture.Seat seat, String key) {
        return starts.begin(scope, seat, formId -> completeOnce(scope, formId, key));
    }

    /**
     * Takes a complete form, one declared not done, or a void one back to work; once it was complete, changes still need a
     * reason. The values of a void one count again.
     *
     * @throws FormIsClosed when it is locked, or another stands in the place of a void one
     */
    @Allowed(Permission.ENTER_DATA)
    public FormState reopen(Scope scope, long formId, String reason) {
        CaseForm form = forms.hold(scope, formId);
        boolean restored = form.isVoid();
        if (restored
                && form.seat().row() == null
                && forms.find(form.scope(), form.seat()).isPresent()) {
            throw FormIsClosed.replaced(form.seat().form());
        }
        facts.fire(form.reopen(reason, clock.instant()));
        consequences.catchUp(form);
        if (restored) {
            FormDefinition definition =
                    definitions.get(form.seat().versionId()).form(form.seat().form());
            consequences.followTurn(new Difference(definition, FormDocument.EMPTY, form, reason));
        }
        return seen(form);
    }

    /**
     * Says that the form will not be filled, and why; it must hold no data. Whatever its checks ask is answered by that: their
     * queries close, until the form is reopened.
     *
     * @param leftBlank name of a {@link Entry.LeftBlank}; null or blank: not done
     */
    @Allowed(Permission.ENTER_DATA)
    public FormState notDone(Scope scope, long formId, String leftBlank, String reason) {
        CaseForm form = forms.hold(scope, formId);
        FormDocument before = form.document();
        String code = leftBlank == null || leftBlank.isBlank() ? Entry.LeftBlank.NOT_DONE.name() : leftBlank;
        facts.fire(form.markNotDone(Entry.LeftBlank.of(code), reason, clock.instant()));
        FormDefinition definition =
                definitions.get(form.seat().versionId()).form(form.seat().form());
        new Difference(definition, before, form, reason).facts().forEach(facts::fire);
        return seen(form);
    }

    /** As {@link #notDone}, at a seat: a form that was not begun need not be filled first. */
    @Allowed(Permission.ENTER_DATA)
    public FormState notDone(Scope scope, DataCapture.Seat seat, String leftBlank, String reason) {
        return starts.begin(scope, seat, formId -> notDone(scope, formId, leftBlank, reason));
    }

    /** Takes a form or a log row out of the casebook; its data stay readable and count nowhere, until it is reopened. */
    @Allowed(Permission.ENTER_DATA)
    public FormState voidForm(Scope scope, long formId, String reason) {
        CaseForm form = forms.hold(scope, formId);
        CaseForm.Seat seat = form.seat();
        FormState state = told(form, form.voidIt(reason, clock.instant()));
        consequences.followTurn(
                new Difference(definitions.get(seat.versionId()).form(seat.form()), form.document(), form, reason));
        return state;
    }

    private FormState told(CaseForm form, FormChanged fact) {
        facts.fire(fact);
        return seen(form);
    }

    private FormState seen(CaseForm form) {
        return form.toState().seenThrough(blinding.seenBy(form.scope()));
    }
}
