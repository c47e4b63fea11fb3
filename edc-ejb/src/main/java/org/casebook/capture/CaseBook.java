package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.casebook.blinding.Blinding;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules.ItemPath;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.rules.Values;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.veil.Veil;

/** The case forms as they stand and as whoever asks may see them, for later rooms; and the lock that they push down. */
@ApplicationScoped
public class CaseBook {

    @Inject
    private CaseForms forms;

    @Inject
    private FormStart starts;

    @Inject
    private Recording recording;

    @Inject
    private Definitions definitions;

    @Inject
    private Surroundings surroundings;

    @Inject
    private Participants participants;

    @Inject
    private Consequences consequences;

    @Inject
    private Blinding blinding;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /**
     * @throws org.casebook.kernel.NotFound when there is no such form in the scope
     */
    public FormState get(Scope scope, long formId) {
        return seen(forms.get(scope, formId), scope);
    }

    /** The form that stands at a seat; where none was begun, how it would be begun, with id 0. */
    public FormState get(Scope scope, DataCapture.Seat seat) {
        return seen(starts.look(scope, seat), scope);
    }

    /**
     * Does something with the form of a seat, in this transaction; where none was begun it is begun first, both or nothing.
     *
     * @param act takes the form's id
     */
    public <T> T begin(Scope scope, DataCapture.Seat seat, LongFunction<T> act) {
        return starts.begin(scope, seat, act);
    }

    /** As {@link #get}, and nobody else changes the form until the transaction ends. */
    public FormState hold(Scope scope, long formId) {
        forms.hold(scope, formId);
        return get(scope, formId);
    }

    /**
     * Holds every form and log row of the participant, void ones too, seen or not, as {@link #hold}: a lock reaches all.
     *
     * @return whether each is locked, by its id; void ones are not among them
     */
    public Map<Long, Boolean> holdAll(Scope scope, String subject) {
        Map<Long, Boolean> held = new LinkedHashMap<>();
        for (CaseForm form : forms.ofSubject(scope, subject)) {
            FormState state = forms.reach(scope, form.id()).toState();
            if (state.state() != FormState.State.VOID) {
                held.put(state.id(), state.locked());
            }
        }
        return held;
    }

    /** Lets nobody begin a form of the participant until the transaction ends; before forms and the participant are held. */
    public void claim(Scope scope, String subject) {
        forms.claim(scope, subject);
    }

    /** Every form and log row of the participant, void ones too, oldest first. */
    public List<FormState> ofSubject(Scope scope, String subject) {
        return seen(forms.ofSubject(scope, subject), scope);
    }

    /** Every form and log row in the scope, void ones too, by participant and then oldest first. */
    public List<FormState> of(Scope scope) {
        return seen(forms.list(scope), scope);
    }

    /**
     * These forms and log rows as far as they lie in the scope, void ones too.
     *
     * @param ids not so many that a statement could not name them
     */
    public List<FormState> of(Scope scope, Set<Long> ids) {
        return seen(forms.some(scope, ids), scope);
    }

    private FormState seen(CaseForm form, Scope scope) {
        return seen(List.of(form), scope).get(0);
    }

    private List<FormState> seen(List<CaseForm> held, Scope scope) {
        Veil veil = blinding.seenBy(scope);
        return held.stream()
                .filter(form -> !veil.hidesEvent(form.seat().event()))
                .map(form -> form.toState().seenThrough(veil))
                .toList();
    }

    /**
     * Stores what a file says of a form's items, by the way by which what people type is stored. An item that is not asked at
     * present takes it all the same and is flagged, since a file does not see what is asked.
     *
     * @param entries with the revisions that {@link #hold} told
     * @throws FormIsClosed when the form is locked, void or declared not done
     * @throws ReasonIsMissing when the form was completed before and an entry has no reason
     */
    public void take(Scope scope, long formId, List<Entry> entries) {
        CaseForm form = forms.hold(scope, formId);
        entries.forEach(entry -> recording.take(form, entry));
    }

    /**
     * Where a form stands from which a participant's data are looked at.
     *
     * @param event OID of the visit; null for rows of a log that stands at none
     * @param row number of the row; null for what is no log
     */
    public record Spot(String event, String form, Integer row) {}

    /**
     * What expressions of a form see of a participant, as far as whoever asks may see it. What the version that is meant hides is
     * hidden, and what a released one hides, so that no draft shows more.
     *
     * @param versionId the version whose names are meant; the participant may follow another
     * @param spot null for expressions that belong to no form
     * @param names as expressions call them
     */
    public Values seenFrom(Scope scope, String subject, long versionId, Spot spot, Set<String> names) {
        Scope place = participants.get(scope, subject).scope();
        Set<String> seen = blinding.seenNames(place, versionId, spot == null ? null : spot.form(), names);
        return surroundings.seenFrom(place, subject, versionId, spot, seen);
    }

    /**
     * What expressions that belong to no form see of each participant of the scope, as {@link #seenFrom}.
     *
     * @return by participant; those are absent of whom there is none of the forms that are looked at
     */
    public Map<String, Values> seenOfAll(Scope scope, long versionId, Set<String> names) {
        return seenOf(scope, null, versionId, names);
    }

    /**
     * As {@link #seenOfAll}, of some participants.
     *
     * @param subjects not so many that a statement could not name them
     */
    public Map<String, Values> seenOf(Scope scope, Set<String> subjects, long versionId, Set<String> names) {
        Surroundings.Outlook outlook = surroundings.outlook(scope, null, versionId);
        List<ItemPath> paths = outlook.rules().paths(blinding.seenNames(scope, versionId, null, names));
        Set<String> looked = paths.stream().map(ItemPath::formOid).collect(Collectors.toSet());
        Veil veil = blinding.seenBy(scope);
        return forms.list(scope, looked, subjects).stream()
                .filter(form -> !veil.hidesEvent(form.seat().event()))
                .collect(Collectors.groupingBy(
                        form -> form.seat().subject(),
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                held -> new Surroundings.OtherForms(outlook.study(), held, null).values(paths))));
    }

    /**
     * Laboratory values that found no range when they were judged, and find one now.
     *
     * @param values how many, of those that whoever asks may see
     * @param forms on how many forms
     * @param complete how many of these forms are complete
     */
    public record RangesFound(int values, int forms, int complete) {}

    /** What {@link #takeRanges} would change, on forms that are not locked; nothing is changed. */
    public RangesFound findRanges(Scope scope) {
        return ranges(scope, held -> {});
    }

    /** Looks ranges up again for the values of the scope that found none; values that were judged by a range stay as found. */
    public RangesFound takeRanges(Scope scope, String reason) {
        return ranges(scope, held -> consequences.takeRanges(forms.reach(held.scope(), held.id()), reason));
    }

    private RangesFound ranges(Scope scope, Consumer<CaseForm> act) {
        Set<String> judging = definitions.releasedOf(scope.study()).stream()
                .flatMap(version -> definitions.get(version).forms().values().stream())
                .filter(form -> form.items().stream().anyMatch(item -> item.finding() != null))
                .map(FormDefinition::oid)
                .collect(Collectors.toSet());
        int values = 0;
        int found = 0;
        int complete = 0;
        Veil veil = blinding.seenBy(scope);
        for (CaseForm form : forms.list(scope, judging, null)) {
            Optional<FormDocument> after = consequences.withRanges(form);
            if (after.isPresent() && veil.hidesEvent(form.seat().event())) {
                // looked up all the same, and not told of
                act.accept(form);
            } else if (after.isPresent()) {
                values += newRanges(form, after.get());
                found++;
                complete += form.toState().state() == FormState.State.COMPLETE ? 1 : 0;
                act.accept(form);
            }
        }
        return new RangesFound(values, found, complete);
    }

    private int newRanges(CaseForm form, FormDocument after) {
        Veil veil = blinding.seenBy(form.scope());
        String oid = form.seat().form();
        return (int) definitions.get(form.seat().versionId()).form(oid).items().stream()
                .filter(item -> item.finding() != null && item.finding().part() == ItemDefinition.Finding.Part.RANGE)
                .filter(item -> !veil.hides(oid, item.oid()))
                .filter(item ->
                        !after.item(item.oid()).sameEntry(form.document().item(item.oid())))
                .count();
    }

    /** Which conditions of an event's gate do not hold for a participant, or are not known to, in the reader's words. */
    public List<String> gateOf(Participant participant, EventDefinition event) {
        return starts.waiting(participant, event);
    }

    /** Whether treatment is recorded at this event. */
    public boolean isTreated(Participant participant, EventDefinition event) {
        StudyDefinition study = definitions.get(participant.versionId());
        return forms.ofSubject(participant.scope(), participant.key()).stream()
                .filter(form -> event.oid().equals(form.seat().event()))
                .filter(form -> form.toState().state() != FormState.State.VOID)
                .anyMatch(form -> study.form(form.seat().form()).purpose() == FormDefinition.Purpose.TREATMENT);
    }

    /** Closes the form, seen or not, on every path; refuses when it is closed already. */
    public void lock(Scope scope, long formId, String reason) {
        facts.fire(forms.reach(scope, formId).lock(reason, clock.instant()));
    }

    /** Opens a locked form again, seen or not; the reason is needed. */
    public void unlock(Scope scope, long formId, String reason) {
        CaseForm form = forms.reach(scope, formId);
        facts.fire(form.unlock(reason, clock.instant()));
        consequences.catchUp(form);
    }
}
