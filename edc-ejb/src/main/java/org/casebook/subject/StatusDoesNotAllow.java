package org.casebook.subject;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** The participant's status does not lead to the one asked for. */
public class StatusDoesNotAllow extends Refusal {

    private static final long serialVersionUID = 1L;

    StatusDoesNotAllow(String key, SubjectStatus now, SubjectStatus asked) {
        super(Kind.CONFLICT, Sentence.of("subject", "cannotBecome", key, now.words(), asked.words()));
    }
}
