package org.casebook.crossover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.schedule.Visits;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.unblinding.Unblindings;

/** Judges whether a treatment may be made known, and makes it known. */
@ApplicationScoped
class PlannedUnblinder {

    @Inject
    private Participants participants;

    @Inject
    private Definitions definitions;

    @Inject
    private Visits visits;

    @Inject
    private Unblindings unblindings;

    UnblindingPolicy policy(Participant participant) {
        return new UnblindingPolicy(
                definitions.get(participant.versionId()),
                participant,
                visits.plan(participant.scope(), participant.key()),
                unblindings.find(participant).orElse(null));
    }

    /**
     * What is asked for, once it may be done.
     *
     * @throws Invalid when it may not be done, or a reason is missing
     */
    UnblindingRequest settle(Scope scope, String subject, String reason) {
        UnblindingPolicy policy = policy(participants.get(scope, subject));
        if (policy.hindrance() != null) {
            throw new Invalid(policy.hindrance());
        }
        return new UnblindingRequest(
                subject,
                policy.needsReason()
                        ? Words.needed(reason, Sentence.of("crossover", "reasonMissing", policy.visit(), subject))
                        : "");
    }

    /** Does it, for the last time judging whether it may be done; two at once do it once. */
    Participant unblind(Scope scope, UnblindingRequest request) {
        Participant participant = participants.hold(scope, request.subject());
        UnblindingRequest settled = settle(participant.scope(), request.subject(), request.reason());
        unblindings.unblind(
                participant, policy(participant).event(), settled.reason().isEmpty() ? null : settled.reason());
        return participant;
    }
}
