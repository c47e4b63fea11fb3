package org.casebook.access;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** Nobody changes his own rights. */
public class OwnAccess extends Refusal {

    private static final long serialVersionUID = 1L;

    OwnAccess() {
        super(Kind.NOT_ALLOWED, Sentence.of("access", "ownAccess"));
    }
}
