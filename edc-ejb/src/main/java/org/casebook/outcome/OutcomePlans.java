package org.casebook.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.casebook.blinding.Blinding;
import org.casebook.kernel.Scope;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** What a study measures, by the newest version that a participant follows. */
@ApplicationScoped
class OutcomePlans {

    @Inject
    private Participants participants;

    @Inject
    private Definitions definitions;

    @Inject
    private Blinding blinding;

    /** Empty while nobody takes part. */
    Optional<OutcomePlan> of(Scope scope) {
        return participants.list(scope).stream()
                .map(Participant::versionId)
                .max(Long::compare)
                .map(version -> new OutcomePlan(definitions.get(version), blinding.seenBy(scope)));
    }
}
