package org.casebook.subject;

import org.casebook.kernel.Refusal;

/** The participant's status does not lead to the one asked for. */
public class StatusDoesNotAllow extends Refusal {

    private static final long serialVersionUID = 1L;

    StatusDoesNotAllow(String key, SubjectStatus now, SubjectStatus asked) {
        super(
                Kind.CONFLICT,
                "Participant " + key + " is " + now.word() + " and cannot become " + asked.word()
                        + " from there. Look at the participant's page for what is possible now.");
    }
}
