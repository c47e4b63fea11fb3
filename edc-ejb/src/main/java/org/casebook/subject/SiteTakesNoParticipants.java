package org.casebook.subject;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** Participants are added at active sites only, and not after enrolment was closed. */
public class SiteTakesNoParticipants extends Refusal {

    private static final long serialVersionUID = 1L;

    SiteTakesNoParticipants(Sentence sentence) {
        super(Kind.CONFLICT, sentence);
    }
}
