package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Fact;
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
    private Consequences consequences;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** The form at this event: the one that stands there, or a new one; of a form with rows always the next row. */
    long atEvent(Scope scope, String subject, String event, String form) {
        Participant participant = participants.hold(scope, subject);
        StudyDefinition study = definitions.get(participant.versionId());
        if (study.findForm(form).filter(FormDefinition::log).isPresent()) {
            int next = forms.lastRow(participant.scope(), subject, event, form) + 1;
            CaseForm.Seat row = new CaseForm.Seat(subject, event, form, next, participant.versionId());
            surroundings.of(participant.scope(), row).requirePlanned(row);
            visits.requireTakingPlace(participant.scope(), subject, event);
            return start(participant, row);
        }
        CaseForm.Seat seat = new CaseForm.Seat(subject, event, form, null, participant.versionId());
        return forms.find(participant.scope(), seat).map(CaseForm::id).orElseGet(() -> {
            surroundings.of(participant.scope(), seat).requirePlanned(seat);
            visits.requireTakingPlace(participant.scope(), subject, event);
            return start(participant, seat);
        });
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

    private long start(Participant participant, CaseForm.Seat seat) {
        participants.requireOpen(participant.scope(), participant.key());
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
