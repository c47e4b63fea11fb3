package org.casebook.study;

import org.casebook.kernel.Refusal;

/** The version stands where this cannot be done; nothing was changed. */
public class VersionDoesNotAllow extends Refusal {

    private static final long serialVersionUID = 1L;

    VersionDoesNotAllow(String sentence) {
        super(Kind.CONFLICT, sentence);
    }
}
