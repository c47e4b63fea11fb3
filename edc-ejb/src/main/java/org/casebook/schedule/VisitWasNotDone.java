package org.casebook.schedule;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** A visit recorded as not done takes no data. */
public class VisitWasNotDone extends Refusal {

    private static final long serialVersionUID = 1L;

    VisitWasNotDone(String subject, String visit) {
        super(Kind.CONFLICT, Sentence.of("schedule", "wasNotDone", visit, subject));
    }
}
