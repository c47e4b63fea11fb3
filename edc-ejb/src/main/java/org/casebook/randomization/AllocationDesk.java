package org.casebook.randomization;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** The unblinded pharmacist's desk: what a participant is to receive. */
@Stateless
public class AllocationDesk {

    @Inject
    private Participants participants;

    @Inject
    private Treatments treatments;

    @Inject
    private Event<Fact> facts;

    /** The randomised participants within the scope, without their treatments. */
    @Allowed(Permission.VIEW_ALLOCATION)
    public List<Participant> randomized(Scope scope) {
        return participants.list(scope).stream().filter(Participant::randomized).toList();
    }

    /** What a participant is to receive. The reading itself is an entry of the trail. */
    @Allowed(Permission.VIEW_ALLOCATION)
    public Allocation read(Scope scope, String subject) {
        Participant participant = participants.get(scope, subject);
        Allocation allocation = treatments.of(participant);
        facts.fire(new AllocationRead(participant.scope(), subject, allocation.number()));
        return allocation;
    }
}
