package org.casebook.query;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** Nothing is asked about a locked form, since nothing on it could be changed. */
public class QueryOnLockedForm extends Refusal {

    private static final long serialVersionUID = 1L;

    QueryOnLockedForm(String form) {
        super(Kind.CONFLICT, Sentence.of("query", "locked", form));
    }
}
