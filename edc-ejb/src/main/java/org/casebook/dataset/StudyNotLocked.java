package org.casebook.dataset;

import java.util.List;
import java.util.stream.Collectors;
import org.casebook.kernel.Refusal;
import org.casebook.signature.Blocker;
import org.casebook.signature.LockOverview;

/** A dataset was asked for while data may still change. */
public class StudyNotLocked extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final int NAMED = 5;

    /**
     * @param study OID of the study
     */
    StudyNotLocked(String study, LockOverview state) {
        super(Kind.CONFLICT, sentence(study, state));
    }

    private static String sentence(String study, LockOverview state) {
        List<Blocker> blockers = state.blockers();
        String start = "Study " + study + " is not locked, so there is no dataset to release. ";
        if (blockers.isEmpty()) {
            return start + "Nothing blocks the lock any more: ask the data manager to lock it.";
        }
        String first = blockers.stream()
                .limit(NAMED)
                .map(blocker -> blocker.subject() + ": " + blocker.what())
                .collect(Collectors.joining("; "));
        String more = blockers.size() > NAMED ? "; and " + (blockers.size() - NAMED) + " more" : "";
        return start + "Still in the way of the lock: " + first + more + ". The lock checklist shows all of it.";
    }
}
