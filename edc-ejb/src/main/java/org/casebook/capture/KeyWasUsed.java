package org.casebook.capture;

import org.casebook.kernel.Refusal;

/** A request key came back with another entry, or from somebody else. To answer it as stored would lose the entry. */
public class KeyWasUsed extends Refusal {

    private static final long serialVersionUID = 1L;

    public KeyWasUsed(String item) {
        super(
                Kind.CONFLICT,
                "The entry for “" + item + "” came with the request key of another entry and was not stored."
                        + " Send it again with a key of its own.");
    }
}
