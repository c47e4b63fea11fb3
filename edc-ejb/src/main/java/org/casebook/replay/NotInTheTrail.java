package org.casebook.replay;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** The trail does not hold what it takes to work an allocation out again. */
public class NotInTheTrail extends Refusal {

    private static final long serialVersionUID = 1L;

    NotInTheTrail(Sentence sentence) {
        super(Kind.CONFLICT, sentence);
    }
}
