package org.casebook.site;

/** Where a site stands; participants are added at active sites only. */
public enum SiteStatus {
    /** Known, not yet activated. */
    PLANNED,
    ACTIVE,
    /** Takes nobody for now; documentation of those already in goes on. */
    ON_HOLD,
    CLOSED;

    /** The words people use, in a sentence. */
    public String words() {
        return switch (this) {
            case PLANNED -> "not yet activated";
            case ACTIVE -> "active";
            case ON_HOLD -> "on hold";
            case CLOSED -> "closed";
        };
    }
}
