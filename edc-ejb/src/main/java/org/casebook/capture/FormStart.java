package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.casebook.crossing.Crossings;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.rules.Expression;
import org.casebook.schedule.Visits;
import org.casebook.standing.StepOrder;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.whereabouts.Whereabouts;

/** Puts a new form into a participant's casebook, at an event or as the next row of a log. */
@ApplicationScoped
class FormStart {

    @Inject
    private CaseForms forms;

    @Inject
    private Participants participants;

    @Inject
    private Whereabouts whereabouts;

    @Inject
    private Visits visits;

    @Inject
    private Definitions definitions;

    @Inject
    private Surroundings surroundings;

    @Inject
    private Crossings crossings;

    @Inject
    private Consequences consequences;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** The form at this event: the one that stands there, or a new one; of a form with rows always the next row. */
    long atEvent(Scope scope, String subject, String event, String form) {
        requireHere(scope, subject);
        forms.claim(scope, subject);
        Participant participant = participants.hold(scope, subject);
        visits.requireOnPlan(participant, event);
        StudyDefinition study = definitions.get(participant.versionId());
        if (study.findForm(form).filter(FormDefinition::log).isPresent()) {
            int next = forms.lastRow(participant.scope(), subject, event, form) + 1;
            CaseForm.Seat row = new CaseForm.Seat(subject, event, form, next, participant.versionId());
            surroundings.of(participant.scope(), row).requirePlanned(row);
            visits.requireTakingPlace(participant.scope(), subject, event);
            return start(participant, row);
        }
        CaseForm.Seat seat = new CaseForm.Seat(subject, event, form, null, participant.versionId());
        return forms.find(participant.scope(), seat).map(CaseForm::id).orElseGet(() -> planned(participant, seat));
    }

    /** The participant; whoever worked with him at a site that he left is told so. */
    private Participant requireHere(Scope scope, String subject) {
        return participants.find(scope, subject).orElseThrow(() -> {
            whereabouts.requireNotLeft(scope, subject, Instant.MIN);
            return new NotFound("participant", subject, scope);
        });
    }

    /** As the room of visits judges it. */
    void requireOnPlan(Participant participant, String event) {
        visits.requireOnPlan(participant, event);
    }

    private long planned(Participant participant, CaseForm.Seat seat) {
        surroundings.of(participant.scope(), seat).requirePlanned(seat);
        visits.requireTakingPlace(participant.scope(), seat.subject(), seat.event());
        return start(participant, seat);
    }

    /** The form of this seat; where none was begun, how it would be begun now: without id, and locked with its participant. */
    CaseForm look(Scope scope, DataCapture.Seat wanted) {
        Participant participant = requireHere(scope, wanted.subject());
        CaseForm.Seat seat = seat(participant, wanted);
        return forms.find(participant.scope(), seat).orElseGet(() -> {
            visits.requireTakingPlace(participant.scope(), seat.subject(), seat.event());
            FormJudge judge = surroundings.judge(participant.scope(), seat);
            CaseForm empty = new CaseForm(participant.scope(), seat, judge::judge, clock.instant());
            if (participant.locked()) {
                empty.lock(null, clock.instant());
            }
            return empty;
        });
    }

    /**
     * Does something with the form of this seat, which is begun first where none was: both or nothing. Many at once begin it
     * once.
     *
     * @param act takes the form's id
     */
    <T> T begin(Scope scope, DataCapture.Seat wanted, LongFunction<T> act) {
        Participant participant = requireHere(scope, wanted.subject());
        Scope place = participant.scope();
        CaseForm.Seat seat = seat(participant, wanted);
        Optional<CaseForm> stands = forms.find(place, seat);
        if (stands.isEmpty()) {
            forms.claim(place, seat.subject());
            stands = forms.find(place, seat);
        }
        if (stands.isPresent()) {
            return act.apply(stands.get().id());
        }
        T done = act.apply(planned(participant, seat));
        // forms are held before the participant; whoever locks it, or gives it another version, was before us or comes
        // after us
        Participant now = participants.hold(place, seat.subject());
        participants.requireOpen(place, seat.subject());
        if (now.versionId() != seat.versionId()) {
            throw new Invalid(Sentence.of("capture", "versionMoved", seat.subject()));
        }
        return done;
    }

    /** A seat that the study plans; rows have none before they are added. */
    private CaseForm.Seat seat(Participant participant, DataCapture.Seat wanted) {
        visits.requireOnPlan(participant, wanted.event());
        StudyDefinition study = definitions.get(participant.versionId());
        boolean planned = study.findEvent(wanted.event())
                .filter(event -> !event.isLog() && event.findForm(wanted.form()).isPresent())
                .filter(event -> !study.form(wanted.form()).log())
                .isPresent();
        if (!planned) {
            throw new NotFound("form of event " + wanted.event(), wanted.form(), participant.scope());
        }
        return new CaseForm.Seat(wanted.subject(), wanted.event(), wanted.form(), null, participant.versionId());
    }

    /** A new row of this log, after all others. */
    long row(Scope scope, String subject, String form) {
        Participant participant = participants.hold(scope, subject);
        StudyDefinition study = definitions.get(participant.versionId());
        if (study.logs().stream().noneMatch(log -> log.findForm(form).isPresent())) {
            throw new NotFound("log", form, participant.scope());
        }
        int next = forms.lastRow(participant.scope(), subject, null, form) + 1;
        return start(participant, new CaseForm.Seat(subject, null, form, next, participant.versionId()));
    }

    /**
     * A new row; the one that this very request added before, when it comes again.
     *
     * @param person who asks
     * @throws KeyWasUsed when the key came with something else, or from somebody else
     */
    long once(Scope scope, DataCapture.NewRow row, String person) {
        forms.claim(scope, row.subject());
        // held, so that two of the same key cannot pass
        Scope place = participants.hold(scope, row.subject()).scope();
        if (row.key() == null) {
            return added(place, row);
        }
        String what = "ROW " + row.subject() + " " + (row.isAtVisit() ? row.event() : "-") + " " + row.form();
        CaseForms.Act act = new CaseForms.Act(place.study(), row.key(), person, what);
        return forms.answer(act).orElseGet(() -> {
            long id = added(place, row);
            forms.remember(act, id, clock.instant());
            return id;
        });
    }

    private long added(Scope place, DataCapture.NewRow row) {
        return row.isAtVisit()
                ? atEvent(place, row.subject(), row.event(), row.form())
                : row(place, row.subject(), row.form());
    }

    /** Treatment at an event of one arm waits for what the event's gate says, and for all else that comes before it. */
    private void requireGate(Participant participant, StudyDefinition study, CaseForm.Seat seat) {
        if (study.form(seat.form()).purpose() == FormDefinition.Purpose.TREATMENT) {
            study.findEvent(seat.event())
                    .filter(EventDefinition::isOfOneArm)
                    .ifPresent(event -> crossings.requireOpen(participant, event, waiting(participant, event)));
        }
    }

    /**
     * Which conditions of the event's gate do not hold, or are not known to, and which forms of the event that they look at lack the
     * investigator's signature that the study file asks, in the reader's words.
     */
    List<String> waiting(Participant participant, EventDefinition event) {
        Surroundings.Outlook outlook =
                surroundings.outlook(participant.scope(), participant.key(), participant.versionId());
        StudyDefinition study = outlook.study();
        List<String> waiting = new ArrayList<>();
        Set<String> looked = new HashSet<>();
        for (String condition : event.gate()) {
            Expression rule = outlook.rules().condition(condition);
            List<StudyRules.ItemPath> paths = outlook.rules().paths(rule.names());
            paths.forEach(path -> looked.add(path.formOid()));
            if (!rule.test(outlook.items(paths)).isTrue()) {
                waiting.add(study.conditions().get(condition).name().shown());
            }
        }
        event.forms().stream()
                .map(ref -> study.form(ref.formOid()))
                .filter(form -> form.signed() && looked.contains(form.oid()))
                .filter(form -> !isSigned(participant, event, form))
                .forEach(form -> waiting.add(crossings.unsigned(form.name().shown())));
        return waiting;
    }

    private boolean isSigned(Participant participant, EventDefinition event, FormDefinition form) {
        CaseForm.Seat seat =
                new CaseForm.Seat(participant.key(), event.oid(), form.oid(), null, participant.versionId());
        return forms.find(participant.scope(), seat)
                .filter(stands -> crossings.isSigned(participant, stands.id()))
                .isPresent();
    }

    private long start(Participant participant, CaseForm.Seat seat) {
        participants.requireOpen(participant.scope(), participant.key());
        StudyDefinition study = definitions.get(participant.versionId());
        new StepOrder(study, participant).requireMayStart(study.form(seat.form()));
        requireGate(participant, study, seat);
        FormJudge judge = surroundings.judge(participant.scope(), seat);
        CaseForm form = new CaseForm(participant.scope(), seat, judge::judge, clock.instant());
        forms.add(form);
        facts.fire(form.started());
        Difference difference = new Difference(judge.definition(), FormDocument.EMPTY, form, null);
        difference.facts().forEach(facts::fire);
        consequences.follow(difference);
        return form.id();
    }
}
