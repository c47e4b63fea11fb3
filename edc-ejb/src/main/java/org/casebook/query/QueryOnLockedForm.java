package org.casebook.query;

import org.casebook.kernel.Refusal;

/** Nothing is asked about a locked form, since nothing on it could be changed. */
public class QueryOnLockedForm extends Refusal {

    private static final long serialVersionUID = 1L;

    QueryOnLockedForm(String form) {
        super(
                Kind.CONFLICT,
                "Form " + form + " is locked, so no query was opened. Ask the data manager to unlock it first.");
    }
}
