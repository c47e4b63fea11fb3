package org.casebook.subject;

import org.casebook.kernel.Refusal;

/** Participants are added at active sites only, and not after enrolment was closed. */
public class SiteTakesNoParticipants extends Refusal {

    private static final long serialVersionUID = 1L;

    SiteTakesNoParticipants(String sentence) {
        super(Kind.CONFLICT, sentence);
    }
}
