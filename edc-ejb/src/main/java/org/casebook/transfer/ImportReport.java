package org.casebook.transfer;

import java.time.Instant;
import java.util.List;

/**
 * One file of clinical data in a study.
 *
 * @param site the site into which participants without a site of the study come; null: the file names each one's site
 * @param takenAt null while it was only looked at
 * @param reason why existing values were changed; null where none were
 */
public record ImportReport(
        long id,
        String study,
        String site,
        String fileName,
        String sha256,
        State state,
        Instant lookedAt,
        String lookedBy,
        Instant takenAt,
        String takenBy,
        String reason,
        ImportOutcome outcome) {

    /** How far a file has come. */
    public enum State {
        /** Looked at: nothing is changed yet. */
        LOOKED_AT,
        /** Taken: what it says is in the study. */
        TAKEN
    }

    ImportReport withoutFindings() {
        ImportOutcome bare = new ImportOutcome(outcome.counts(), List.of(), List.of(), outcome.notes());
        return new ImportReport(
                id, study, site, fileName, sha256, state, lookedAt, lookedBy, takenAt, takenBy, reason, bare);
    }

    /** Whether it can be taken: nothing is at fault, and it was not taken before. */
    public boolean takeable() {
        return state == State.LOOKED_AT && outcome.counts().faults() == 0;
    }

    /** Whether taking it changes what is there, so that a reason is due. */
    public boolean reasonDue() {
        return outcome.counts().different() + outcome.counts().removed() > 0;
    }
}
