package org.casebook.crossover;

import java.util.List;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Sentence;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitState;
import org.casebook.subject.Participant;
import org.casebook.unblinding.UnblindedView;

/** When a participant's treatment may be made known: after the visit that the study names, or when it will not take place. */
record UnblindingPolicy(StudyDefinition study, Participant participant, List<PlannedVisit> plan, UnblindedView done) {

    private static final String ROOM = "crossover";

    boolean planned() {
        return study.randomizes() && study.randomization().unblindingOid() != null;
    }

    String event() {
        return study.randomization().unblindingOid();
    }

    String visit() {
        return study.event(event()).name().shown();
    }

    /** Why it may not be done at all now; null where it may be. */
    Sentence hindrance() {
        if (!planned()) {
            return Sentence.of(ROOM, "notPlanned");
        }
        if (!participant.randomized()) {
            return Sentence.of(ROOM, "notRandomized", participant.key());
        }
        if (done != null) {
            return Sentence.of(ROOM, "already", participant.key(), done.at().toString());
        }
        return tookPlace() || needsReason() ? null : Sentence.of(ROOM, "notYet", visit(), participant.key());
    }

    /** Whether the visit will not take place any more, so that a reason is asked. */
    boolean needsReason() {
        boolean over = participant.treatmentStopped() != null || participant.ended() != null;
        return !tookPlace() && (over || state() == VisitState.NOT_DONE);
    }

    private boolean tookPlace() {
        VisitState state = state();
        return state != null && state.tookPlace();
    }

    private VisitState state() {
        return plan.stream()
                .filter(visit -> visit.event().equals(event()))
                .map(PlannedVisit::state)
                .findFirst()
                .orElse(null);
    }
}
