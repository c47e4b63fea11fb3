package org.casebook.delegation;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** The site keeps its delegation log here, and the person is not delegated or not trained for this. */
public class NotDelegated extends Refusal {

    private static final long serialVersionUID = 1L;

    NotDelegated(Sentence why) {
        super(Kind.CONFLICT, why);
    }
}
