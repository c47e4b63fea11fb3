package org.casebook.capture;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** A request key came back with another entry, or from somebody else. To answer it as stored would lose the entry. */
public class KeyWasUsed extends Refusal {

    private static final long serialVersionUID = 1L;

    public KeyWasUsed(String item) {
        super(Kind.CONFLICT, Sentence.of("capture", "keyWasUsed", item));
    }
}
