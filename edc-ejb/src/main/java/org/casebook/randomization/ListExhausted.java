package org.casebook.randomization;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** No free slot is left; a list never starts again from its beginning. */
public class ListExhausted extends Refusal {

    private static final long serialVersionUID = 1L;

    ListExhausted(String site) {
        super(Kind.CONFLICT, sentence(site));
    }

    static Sentence sentence(String site) {
        return Sentence.of("randomization", "exhausted", site);
    }
}
