package org.casebook.site;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** What was asked of the site does not follow from where it stands. */
public class SiteStatusDoesNotAllow extends Refusal {

    private static final long serialVersionUID = 1L;

    SiteStatusDoesNotAllow(String number, SiteStatus status, SiteStatus asked) {
        super(
                Kind.CONFLICT,
                Sentence.of("site", "cannotBe", number, status.words(), Sentence.of("site", "to." + asked)));
    }
}
