package org.casebook.explanation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.casebook.blinding.Blinding;
import org.casebook.capture.CaseBook;
import org.casebook.capture.DataCapture;
import org.casebook.capture.FormState;
import org.casebook.definition.CriterionDefinition;
import org.casebook.definition.EventDefinition.FormRef;
import org.casebook.definition.ItemDefinition;
import org.casebook.explanation.Explanation.Reason;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Language;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.randomization.Randomization;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.Visits;
import org.casebook.site.SiteRegister;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** Answers why: what rule makes something hidden, flagged, closed or overdue, what it looked at, and where to mend it. */
@Stateless
public class Explanations {

    @Inject
    private CaseBook caseBook;

    @Inject
    private Definitions definitions;

    @Inject
    private Participants participants;

    @Inject
    private Visits visits;

    @Inject
    private SiteRegister sites;

    @Inject
    private RequestClock clock;

    @Inject
    private CurrentActor actor;

    @Inject
    private Blinding blinding;

    @Inject
    private Randomization randomization;

    /** Why an item stands as it does: hidden, flagged, computed, needed. */
    @Allowed(Permission.VIEW_DATA)
    public Explanation item(Scope scope, long formId, String itemOid) {
        return item(ofForm(caseBook.get(scope, formId)), itemOid);
    }

    /** As {@link #item}, on the form of a seat, begun or not. */
    @Allowed(Permission.VIEW_DATA)
    public Explanation item(Scope scope, DataCapture.Seat seat, String itemOid) {
        return item(ofForm(caseBook.get(scope, seat)), itemOid);
    }

    private Explanation item(Sight sight, String itemOid) {
        ItemDefinition item = definition(sight, itemOid);
        return new Explanation(item.question().in(sight.language()), new ItemReasons(sight, item).list());
    }

    /** Why a form can or cannot be filled, completed and signed. */
    @Allowed(Permission.VIEW_DATA)
    public Explanation form(Scope scope, long formId) {
        return form(scope, ofForm(caseBook.get(scope, formId)));
    }

    /** As {@link #form}, for the form of a seat, begun or not. */
    @Allowed(Permission.VIEW_DATA)
    public Explanation form(Scope scope, DataCapture.Seat seat) {
        return form(scope, ofForm(caseBook.get(scope, seat)));
    }

    private Explanation form(Scope scope, Sight sight) {
        Participant participant = participants.get(scope, sight.subject());
        boolean enters = actor.get().may(Permission.ENTER_DATA, participant.scope());
        String follows = definitions.get(participant.versionId()).versionName();
        return new Explanation(
                sight.definition().name().in(sight.language()), new FormReasons(sight).list(enters, follows));
    }

    /** What an item is: its definition in words. */
    @Allowed(Permission.VIEW_DATA)
    public ItemCard card(Scope scope, long formId, String itemOid) {
        Sight sight = ofForm(caseBook.get(scope, formId));
        return new ItemCards(sight).of(definition(sight, itemOid));
    }

    /** As {@link #card}, on the form of a seat, begun or not. */
    @Allowed(Permission.VIEW_DATA)
    public ItemCard card(Scope scope, DataCapture.Seat seat, String itemOid) {
        Sight sight = ofForm(caseBook.get(scope, seat));
        return new ItemCards(sight).of(definition(sight, itemOid));
    }

    /**
     * Why a visit is planned when it is, due, overdue, early or late.
     *
     * @throws NotFound when the participant is not within the scope, or has no such visit
     */
    @Allowed(Permission.VIEW_SUBJECTS)
    public Explanation visit(Scope scope, String subject, String event) {
        Participant participant = participants.get(scope, subject);
        List<PlannedVisit> plan = visits.plan(participant.scope(), subject);
        PlannedVisit visit = plan.stream()
                .filter(candidate -> candidate.event().equals(event))
                .findFirst()
                .orElseThrow(() -> new NotFound("visit", event, participant.scope()));
        ZoneId zone = sites.zone(participant.scope());
        Reason reason = new VisitReasons(ofSubject(participant), plan, participant.randomizedOn(zone))
                .of(visit, clock.today(zone), actor.get().may(Permission.VIEW_DATA, participant.scope()));
        return new Explanation(visit.name(), List.of(reason));
    }

    /** Why a criterion is met, not met, or not decided yet. */
    @Allowed(Permission.VIEW_DATA)
    public Explanation criterion(Scope scope, String subject, String criterionOid) {
        Participant participant = participants.get(scope, subject);
        Sight sight = ofSubject(participant);
        CriterionDefinition criterion = sight.study().criteria().stream()
                .filter(candidate -> candidate.oid().equals(criterionOid))
                .findFirst()
                .orElseThrow(() -> new NotFound("criterion", criterionOid, participant.scope()));
        return new Explanation(criterion.number(), List.of(new GateReasons(sight).criterion(criterion)));
    }

    /** Why a participant can, or cannot yet, be randomised; all that is waited for, each with its inputs. */
    @Allowed(Permission.VIEW_DATA)
    public Explanation randomization(Scope scope, String subject) {
        Participant participant = participants.get(scope, subject);
        Sight sight = ofSubject(participant);
        return new Explanation(
                sight.phrases().say("gate.about", subject),
                new GateReasons(sight).list(randomization.waitsFor(participant.scope(), subject), participant.gate()));
    }

    /** Why a form is, or is not, collected at a visit. */
    @Allowed(Permission.VIEW_DATA)
    public Explanation collection(Scope scope, String subject, String event, String form) {
        Participant participant = participants.get(scope, subject);
        Sight sight = ofSubject(participant);
        FormRef ref = sight.study()
                .findEvent(event)
                .flatMap(found -> found.findForm(form))
                .filter(found -> found.conditionOid() != null)
                .orElseThrow(() -> new NotFound("form under a condition", form, participant.scope()));
        String formula = sight.study().conditions().get(ref.conditionOid()).expression();
        Sight.Outcome outcome = sight.outcome(formula);
        Reason reason = new Reason(
                sight.phrases().say(outcome.truth().isTrue() ? "notCollected" : "collected"),
                sight.phrases().say("ruleHolds", outcome.words()),
                formula,
                outcome.inputs());
        return new Explanation(sight.study().form(form).name().in(sight.language()), List.of(reason));
    }

    private Sight ofForm(FormState form) {
        CaseBook.Spot spot = new CaseBook.Spot(form.event(), form.form(), form.row());
        return sight(form.scope(), form.subject(), form.versionId(), form, spot);
    }

    private Sight ofSubject(Participant participant) {
        return sight(participant.scope(), participant.key(), participant.versionId(), null, null);
    }

    private Sight sight(Scope place, String subject, long version, FormState form, CaseBook.Spot spot) {
        return new Sight(
                definitions.get(version),
                definitions.rules(version),
                subject,
                form,
                caseBook.ofSubject(place, subject),
                names -> caseBook.seenFrom(place, subject, version, spot, names),
                actor.get().may(Permission.VIEW_ALLOCATION, place),
                Language.ofReader().tag());
    }

    /** An item that is hidden from whoever asks is as if it were not there. */
    private ItemDefinition definition(Sight sight, String itemOid) {
        return blinding.shown(sight.form().scope(), sight.definition())
                .findItem(Objects.requireNonNullElse(itemOid, ""))
                .orElseThrow(() -> new NotFound("item", itemOid, sight.form().scope()));
    }
}
