package org.casebook.randomization;

import org.casebook.kernel.Refusal;

/** No free slot is left; a list never starts again from its beginning. */
public class ListExhausted extends Refusal {

    private static final long serialVersionUID = 1L;

    ListExhausted(String site) {
        super(Kind.CONFLICT, sentence(site));
    }

    static String sentence(String site) {
        return "The allocation list for site " + site
                + " has no free slot. Ask the unblinded statistician to prepare more, and the unblinded pharmacist to seal it.";
    }
}
