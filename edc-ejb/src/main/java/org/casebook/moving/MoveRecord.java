package org.casebook.moving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.whereabouts.MoveLine;
import org.casebook.whereabouts.Whereabouts;

/** Writes a settled transfer: its record, the entries of both trails, and the participant's new place, all or nothing. */
@ApplicationScoped
class MoveRecord {

    @Inject
    private Whereabouts whereabouts;

    @Inject
    private Participants participants;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** Whether whoever acts may transfer to that place too. */
    boolean may(Scope place) {
        return actor.get().may(Permission.MOVE_SUBJECT, place);
    }

    void requireMay(Scope place) {
        if (!may(place)) {
            throw new NotAllowed(Permission.MOVE_SUBJECT, place);
        }
    }

    /**
     * @param person held until the transaction ends
     */
    MoveLine write(Participant person, NewMove settled) {
        participants.requireOpen(person.scope(), person.key());
        MoveLine line = new MoveLine(
                person.key(),
                person.site(),
                settled.to(),
                settled.on(),
                settled.reason(),
                person.versionId(),
                actor.get().fullName(),
                clock.instant());
        Scope study = Scope.of(person.study());
        whereabouts.keep(study, line);
        facts.fire(new SubjectMoved(study, line));
        participants.move(person.scope(), person.key(), settled.to());
        return line;
    }
}
