package org.casebook.subject;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** A request key came back for another site, or from somebody else. */
public class RequestKeyIsUsed extends Refusal {

    private static final long serialVersionUID = 1L;

    RequestKeyIsUsed(AddRequest request) {
        super(Kind.CONFLICT, Sentence.of("subject", "requestKeyUsed", request.key()));
    }
}
