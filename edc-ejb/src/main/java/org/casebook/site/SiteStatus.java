package org.casebook.site;

import org.casebook.kernel.Sentence;

/** Where a site stands; participants are added at active sites only. */
public enum SiteStatus {
    /** Known, not yet activated. */
    PLANNED,
    ACTIVE,
    /** Takes nobody for now; documentation of those already in goes on. */
    ON_HOLD,
    CLOSED;

    /** The words people use, in a sentence. */
    public Sentence words() {
        return Sentence.of("site", "is." + name());
    }
}
