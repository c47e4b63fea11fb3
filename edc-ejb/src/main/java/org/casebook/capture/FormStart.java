package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.schedule.Visits;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** Puts a new form into a participant's casebook, at an event or as the next row of a log. */
@ApplicationScoped
class FormStart {

    @Inject
    private CaseForms forms;

    @Inject
    private Participants participants;

    @Inject
    private Visits visits;

    @Inject
    private Definitions definitions;

    @Inject
    private Surroundings surroundings;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** The form at this event: the one that stands there, or a new one. */
    long atEvent(Scope scope, String subject, String event, String form) {
        Participant participant = participants.hold(scope, subject);
        CaseForm.Seat seat = new CaseForm.Seat(subject, event, form, null, participant.versionId());
        return forms.find(participant.scope(), seat).map(CaseForm::id).orElseGet(() -> {
            requirePlanned(participant, seat);
            visits.requireTakingPlace(participant.scope(), subject, event);
            return start(participant, seat);
        });
    }

    /** A new row of this log, after all others. */
    long row(Scope scope, String subject, String form) {
        Participant participant = participants.hold(scope, subject);
        StudyDefinition study = definitions.get(participant.versionId());
        if (study.findForm(form).filter(found -> found.log()).isEmpty()) {
            throw new NotFound("log", form, participant.scope());
        }
        int next = forms.lastRow(participant.scope(), subject, form) + 1;
        return start(participant, new CaseForm.Seat(subject, null, form, next, participant.versionId()));
    }

    private long start(Participant participant, CaseForm.Seat seat) {
        participants.requireOpen(participant.scope(), participant.key());
        FormJudge judge = surroundings.judge(participant.scope(), seat);
        CaseForm form = new CaseForm(participant.scope(), seat, judge::judge, clock.instant());
        forms.add(form);
        facts.fire(form.started());
        new Difference(judge.definition(), FormDocument.EMPTY, form, null)
                .facts()
                .forEach(facts::fire);
        return form.id();
    }

    private void requirePlanned(Participant participant, CaseForm.Seat seat) {
        StudyDefinition study = definitions.get(participant.versionId());
        EventDefinition.FormRef ref = study.findEvent(seat.event())
                .filter(event -> !event.isLog())
                .flatMap(event -> event.findForm(seat.form()))
                .orElseThrow(() -> new NotFound("form of event " + seat.event(), seat.form(), participant.scope()));
        if (isNotCollected(participant, seat, ref)) {
            throw new Invalid("“" + study.form(seat.form()).name().text() + "” is not collected for participant "
                    + participant.key() + ". Look at the answers that decide it.");
        }
    }

    private boolean isNotCollected(Participant participant, CaseForm.Seat seat, EventDefinition.FormRef ref) {
        StudyRules rules = definitions.rules(seat.versionId());
        EventDefinition event = definitions.get(seat.versionId()).event(seat.event());
        return rules.collected(ref, surroundings.items(participant.scope(), seat, rules.collectionItems(event)))
                .isFalse();
    }
}
