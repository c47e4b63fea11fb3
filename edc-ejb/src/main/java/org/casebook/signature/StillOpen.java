package org.casebook.signature;

import java.util.List;
import org.casebook.kernel.Refusal;

/** Something keeps the participant or the study from being locked. */
public class StillOpen extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final int NAMED = 5;

    StillOpen(String what, List<Blocker> blockers) {
        super(Kind.CONFLICT, sentence(what, blockers));
    }

    private static String sentence(String what, List<Blocker> blockers) {
        String named = String.join(
                "; ",
                blockers.stream()
                        .limit(NAMED)
                        .map(blocker -> blocker.subject() + ": " + blocker.what())
                        .toList());
        String more = blockers.size() > NAMED ? "; and " + (blockers.size() - NAMED) + " more" : "";
        return what + " was not locked. Still open: " + named + more + ". Settle these first.";
    }
}
