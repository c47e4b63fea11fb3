package org.casebook.schedule;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.standing.StepOrder;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** The schedule of participants: when each visit is due, and when it took place. */
@Stateless
public class VisitPlan {

    @Inject
    private Visits visits;

    @Inject
    private RecordedVisits recorded;

    @Inject
    private Participants participants;

    @Inject
    private Definitions definitions;

    @Inject
    private Event<Fact> facts;

    /** The schedule of one participant as of today at its site, in the study's order. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public List<PlannedVisit> plan(Scope scope, String subject) {
        return visits.plan(scope, subject);
    }

    /** One visit of that schedule; empty where it is not on it. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public Optional<PlannedVisit> find(Scope scope, String subject, String event) {
        return visits.plan(scope, subject).stream()
                .filter(visit -> visit.event().equals(event))
                .findFirst();
    }

    /** The schedules of all participants within the scope, by screening number. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public Map<String, List<PlannedVisit>> plans(Scope scope) {
        return visits.plans(scope);
    }

    /**
     * Records when a visit took place. Where an event repeats, its next occurrence can be recorded, and no later one
     * ({@link EventDefinition.Occurrence}).
     *
     * @param date date at the site; not in the future there
     * @param reason needed where a date is replaced, and outside the window where the study says so; else may be null
     * @return the visit as it stands now: in, early or late
     */
    @Allowed(Permission.ENTER_DATA)
    public PlannedVisit date(Scope scope, String subject, String event, LocalDate date, String reason) {
        Participant participant = participants.requireOpen(scope, subject);
        recorded.claim(participant.scope(), subject);
        PlannedVisit before = visits.get(participant, event);
        String why = VisitDatePolicy.strip(reason);
        new VisitDatePolicy(definitions.get(participant.versionId()), visits.today(participant.scope()))
                .require(before, date, why);
        StudyDefinition study = definitions.get(participant.versionId());
        new StepOrder(study, participant).requireMayTakePlace(study.event(event), before.planned());
        row(participant, event).tookPlace(date, why);
        PlannedVisit after = visits.get(participant, event);
        if (!date.equals(before.date())) {
            facts.fire(new VisitDated(participant.scope(), subject, event, before.date(), date, after.state(), why));
        }
        return after;
    }

    /** Records that a visit did not take place. */
    @Allowed(Permission.ENTER_DATA)
    public PlannedVisit notDone(Scope scope, String subject, String event, String reason) {
        Participant participant = participants.requireOpen(scope, subject);
        recorded.claim(participant.scope(), subject);
        PlannedVisit before = visits.get(participant, event);
        String why = VisitDatePolicy.needed(reason, "whyNotDone", before.name());
        row(participant, event).notDone(why);
        facts.fire(new VisitNotDone(participant.scope(), subject, event, before.date(), why));
        return visits.get(participant, event);
    }

    /** Takes back the date, or that the visit was not done. */
    @Allowed(Permission.ENTER_DATA)
    public PlannedVisit planAgain(Scope scope, String subject, String event, String reason) {
        Participant participant = participants.requireOpen(scope, subject);
        recorded.claim(participant.scope(), subject);
        PlannedVisit before = visits.get(participant, event);
        String why = VisitDatePolicy.needed(reason, "whyTakenBack", before.name());
        if (before.date() == null && before.state() != VisitState.NOT_DONE) {
            throw VisitDatePolicy.refusal("nothingRecorded", before.name());
        }
        row(participant, event).planAgain();
        String was = before.date() == null ? "NOT_DONE" : before.date().toString();
        facts.fire(new VisitPlannedAgain(participant.scope(), subject, event, was, why));
        return visits.get(participant, event);
    }

    private Visit row(Participant participant, String event) {
        return recorded.find(participant.scope(), participant.key(), event).orElseGet(() -> {
            Visit fresh = new Visit(participant.scope(), participant.key(), event);
            recorded.add(fresh);
            return fresh;
        });
    }
}
