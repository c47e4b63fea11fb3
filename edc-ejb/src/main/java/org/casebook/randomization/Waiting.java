package org.casebook.randomization;

/**
 * One thing that randomisation still waits for.
 *
 * @param sentence what is missing and who can mend it
 */
public record Waiting(Kind kind, String sentence) {

    /** What sort of thing is missing; tells a page where to lead. */
    public enum Kind {
        CONSENT,
        CRITERION,
        SIGNATURE,
        STRATUM,
        STATUS,
        SITE,
        LIST
    }
}
