package org.casebook.subject;

import org.casebook.kernel.Refusal;

/** A request key came back for another site, or from somebody else. */
public class RequestKeyIsUsed extends Refusal {

    private static final long serialVersionUID = 1L;

    RequestKeyIsUsed(AddRequest request) {
        super(
                Kind.CONFLICT,
                "The request key “" + request.key()
                        + "” was used for another participant, so nobody was added. Send the"
                        + " request again with a key of its own.");
    }
}
