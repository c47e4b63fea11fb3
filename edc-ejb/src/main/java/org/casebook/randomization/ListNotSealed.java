package org.casebook.randomization;

import org.casebook.kernel.Refusal;

/** A list is not sealed, or not withdrawn, with the reason. */
public class ListNotSealed extends Refusal {

    private static final long serialVersionUID = 1L;

    ListNotSealed(String sentence) {
        super(Kind.CONFLICT, sentence);
    }
}
