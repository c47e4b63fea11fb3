package org.casebook.subject;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** Nothing of a locked participant can be changed, on any path. */
public class SubjectIsLocked extends Refusal {

    private static final long serialVersionUID = 1L;

    public SubjectIsLocked(String key) {
        super(Kind.CONFLICT, Sentence.of("subject", "locked", key));
    }
}
