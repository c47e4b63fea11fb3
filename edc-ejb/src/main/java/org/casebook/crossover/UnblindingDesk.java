package org.casebook.crossover;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import org.casebook.access.StepUps;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Language;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.randomization.Allocation;
import org.casebook.randomization.AllocationRead;
import org.casebook.randomization.Treatments;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.unblinding.Unblindings;

/** Making a participant's treatment known to its own site, as the study plans it. */
@Stateless
public class UnblindingDesk {

    @Inject
    private PlannedUnblinder unblinder;

    @Inject
    private Participants participants;

    @Inject
    private Unblindings unblindings;

    @Inject
    private Treatments treatments;

    @Inject
    private StepUps stepUps;

    @Inject
    private Event<Fact> facts;

    /** How it stands; the same for everybody who may know the participant, since it happens in every arm. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public UnblindingView state(Scope scope, String subject) {
        UnblindingPolicy policy = unblinder.policy(participants.get(scope, subject));
        Sentence hindrance = policy.hindrance();
        return new UnblindingView(
                policy.planned(),
                policy.planned() ? policy.visit() : null,
                hindrance == null,
                hindrance == null && policy.needsReason(),
                hindrance == null || policy.done() != null ? null : hindrance.in(Language.ofReader()),
                policy.done());
    }

    /**
     * Asks for the password; the treatment is known once it was typed.
     *
     * @param reason needed where the visit after which it is planned will not take place; else passed over
     * @return address of the password page
     * @throws Invalid when it may not be done yet, was done, or a reason is missing
     */
    @Allowed(Permission.UNBLIND)
    public URI request(Scope scope, String subject, String reason) {
        UnblindingRequest request = unblinder.settle(scope, subject, reason);
        return stepUps.begin(participants.get(scope, subject).scope(), ConfirmedUnblinding.PURPOSE, request.text());
    }

    /**
     * What the participant was allocated, once it was made known. Each look is an entry of the trail.
     *
     * @throws Invalid before that
     */
    @Allowed(Permission.VIEW_UNBLINDED)
    public Allocation treatment(Scope scope, String subject) {
        Participant participant = participants.get(scope, subject);
        if (unblindings.find(participant).isEmpty()) {
            throw new Invalid(Sentence.of("crossover", "notKnown", subject));
        }
        Allocation allocation = treatments.of(participant);
        facts.fire(new AllocationRead(participant.scope(), subject, allocation.number()));
        return allocation;
    }
}
