package org.casebook.randomization;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** A list is not sealed, or not withdrawn, with the reason. */
public class ListNotSealed extends Refusal {

    private static final long serialVersionUID = 1L;

    ListNotSealed(Sentence sentence) {
        super(Kind.CONFLICT, sentence);
    }
}
