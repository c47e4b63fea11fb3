package org.casebook.schedule;

import org.casebook.kernel.Refusal;

/** A visit recorded as not done takes no data. */
public class VisitWasNotDone extends Refusal {

    private static final long serialVersionUID = 1L;

    VisitWasNotDone(String subject, String visit) {
        super(
                Kind.CONFLICT,
                "“" + visit + "” of " + subject
                        + " is recorded as not done, so it takes no data. Plan the visit again on"
                        + " the participant's page first.");
    }
}
