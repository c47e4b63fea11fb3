package org.casebook.subject;

import org.casebook.kernel.Refusal;

/** Nothing of a locked participant can be changed, on any path. */
public class SubjectIsLocked extends Refusal {

    private static final long serialVersionUID = 1L;

    public SubjectIsLocked(String key) {
        super(
                Kind.CONFLICT,
                "Participant " + key
                        + " is locked, so nothing was changed. A data manager can unlock it with a reason.");
    }
}
