package org.casebook.site;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Scope;

/** The number is taken in this study. */
public class SiteIsKnown extends Refusal {

    private static final long serialVersionUID = 1L;

    SiteIsKnown(Scope place) {
        super(
                Kind.CONFLICT,
                "There is already a site " + place.site() + " in " + place.study()
                        + ". Choose another number, or change that site.");
    }
}
