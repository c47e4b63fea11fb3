package org.casebook.dataset;

import java.util.List;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;
import org.casebook.signature.Blocker;
import org.casebook.signature.LockOverview;

/** A dataset was asked for while data may still change. */
public class StudyNotLocked extends Refusal {

    private static final long serialVersionUID = 1L;

    /**
     * @param study OID of the study
     */
    StudyNotLocked(String study, LockOverview state) {
        super(Kind.CONFLICT, sentence(study, state));
    }

    private static Sentence sentence(String study, LockOverview state) {
        List<Blocker> blockers = state.blockers();
        return blockers.isEmpty()
                ? Sentence.of("dataset", "notLockedReady", study)
                : Sentence.of("dataset", "notLockedOpen", study, Blocker.named(blockers));
    }
}
