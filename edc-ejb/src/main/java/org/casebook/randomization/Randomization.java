package org.casebook.randomization;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.site.SiteRegister;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** Randomises participants. Whoever randomises learns number and time, never the arm. */
@Stateless
public class Randomization {

    @Inject
    private Participants participants;

    @Inject
    private SiteRegister sites;

    @Inject
    private Definitions definitions;

    @Inject
    private AllocationStore store;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /**
     * Gives the participant the next free slot of its stratum's list. A repeated request gets the same answer and uses
     * no second slot.
     *
     * @throws NotReadyToRandomize naming everything it still waits for
     * @throws ListExhausted when no slot is left
     */
    @Allowed(Permission.RANDOMIZE)
    public Participant randomize(Scope scope, String subject) {
        Participant participant = participants.hold(scope, subject);
        if (participant.randomized()) {
            return participant;
        }
        List<Waiting> waiting = waitsFor(participant);
        if (!waiting.isEmpty()) {
            throw new NotReadyToRandomize(subject, waiting);
        }
        Scope place = participant.scope();
        Instant at = clock.instant();
        Slot slot = store.take(stratumOf(participant), subject, at)
                .orElseThrow(() -> new ListExhausted(participant.site()));
        participants.randomized(place, subject, slot.number(), at);
        facts.fire(new SlotAllocated(place, subject, slot.sealed()));
        return participants.get(place, subject);
    }

    /** What randomisation still waits for; empty when it can be done, and after it was done. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public List<Waiting> waitsFor(Scope scope, String subject) {
        Participant participant = participants.get(scope, subject);
        return participant.randomized() ? List.of() : waitsFor(participant);
    }

    private List<Waiting> waitsFor(Participant participant) {
        RandomizationDefinition plan = definitions.get(participant.versionId()).randomization();
        if (plan == null) {
            return List.of(new Waiting(Waiting.Kind.STATUS, "This study does not randomise."));
        }
        return ReadinessPolicy.waitsFor(
                participant, sites.get(participant.scope()), store.free(stratumOf(participant)));
    }

    private Scope stratumOf(Participant participant) {
        RandomizationDefinition plan = definitions.get(participant.versionId()).randomization();
        return plan.bySite() ? participant.scope() : Scope.of(participant.study());
    }
}
