package org.casebook.signature;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** It is locked already, or is not locked; often somebody else was faster. */
public class WrongLock extends Refusal {

    private static final long serialVersionUID = 1L;

    WrongLock(Sentence sentence) {
        super(Kind.CONFLICT, sentence);
    }
}
