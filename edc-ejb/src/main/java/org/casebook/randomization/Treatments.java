package org.casebook.randomization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Sentence;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;

/** What participants were allocated, for later rooms. Not a boundary: whoever calls has passed a door, and tells the trail. */
@ApplicationScoped
public class Treatments {

    @Inject
    private AllocationStore store;

    @Inject
    private AllocationLists lists;

    @Inject
    private Definitions definitions;

    /**
     * Opens what a participant was allocated.
     *
     * @throws Invalid when it is not randomised
     */
    public Allocation of(Participant participant) {
        if (!participant.randomized()) {
            throw new Invalid(Sentence.of("randomization", "notRandomized", participant.key()));
        }
        Slot slot = store.find(participant.scope(), participant.key())
                .orElseThrow(() -> new NotFound("allocation of", participant.key(), participant.scope()));
        String arm = lists.open(participant.study(), slot);
        String name = definitions.get(participant.versionId()).arms().stream()
                .filter(candidate -> candidate.oid().equals(arm))
                .map(candidate -> candidate.name().text())
                .findFirst()
                .orElse(arm);
        return new Allocation(participant.key(), slot.number(), arm, name);
    }
}
