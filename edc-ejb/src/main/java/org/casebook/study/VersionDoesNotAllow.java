package org.casebook.study;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** The version stands where this cannot be done; nothing was changed. */
public class VersionDoesNotAllow extends Refusal {

    private static final long serialVersionUID = 1L;

    VersionDoesNotAllow(Sentence sentence) {
        super(Kind.CONFLICT, sentence);
    }
}
