package org.casebook.site;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;

/** The number is taken in this study. */
public class SiteIsKnown extends Refusal {

    private static final long serialVersionUID = 1L;

    SiteIsKnown(Scope place) {
        super(Kind.CONFLICT, Sentence.of("site", "known", place.site(), place.study()));
    }
}
