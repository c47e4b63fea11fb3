package org.casebook.site;

import org.casebook.kernel.Refusal;

/** What was asked of the site does not follow from where it stands. */
public class SiteStatusDoesNotAllow extends Refusal {

    private static final long serialVersionUID = 1L;

    SiteStatusDoesNotAllow(String number, SiteStatus status, String asked) {
        super(
                Kind.CONFLICT,
                "Site " + number + " is " + status.words() + " and cannot be " + asked
                        + ". Reload the page to see where it stands.");
    }
}
