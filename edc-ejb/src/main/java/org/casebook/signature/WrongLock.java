package org.casebook.signature;

import org.casebook.kernel.Refusal;

/** It is locked already, or is not locked; often somebody else was faster. */
public class WrongLock extends Refusal {

    private static final long serialVersionUID = 1L;

    WrongLock(String sentence) {
        super(Kind.CONFLICT, sentence);
    }
}
