package org.casebook.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.casebook.kernel.Scope;

/**
 * A participant as shown and as later rooms read it. It never tells the treatment.
 *
 * @param key screening number, for example {@code 101-001}; names the participant in its study for good
 * @param versionId the study version the participant is documented under
 * @param addedAt when screening began in the system
 * @param ended how and when the participation ended; null while it goes on
 * @param randomization number and time; null before randomisation
 * @param stopped what stopped before its time; null while nothing did
 * @param locked whether data of this participant can be changed
 */
public record Participant(
        long id,
        String study,
        String site,
        String key,
        SubjectStatus status,
        long versionId,
        Instant addedAt,
        Gate gate,
        Randomized randomization,
        Ended ended,
        Stopped stopped,
        boolean locked) {

    /** Number and time of randomisation; the number carries no information about the arm. */
    public record Randomized(String number, Instant at) {}

    /** End of participation. */
    public record Ended(LocalDate date, String reason) {}

    /**
     * What stopped before its time.
     *
     * @param treatmentOn from when on no treatment is given, at the site; null: it was not stopped
     * @param withdrawnFrom null: the participant did not withdraw
     */
    public record Stopped(LocalDate treatmentOn, WithdrawalScope withdrawnFrom) {}

    /** The place of the participant: its study and its own site. */
    public Scope scope() {
        return Scope.of(study, site);
    }

    /** From when on no treatment is given any more; null: it goes on, or never began. */
    public LocalDate treatmentStopped() {
        return stopped == null ? null : stopped.treatmentOn();
    }

    /** Whether the use of the data was refused. */
    public boolean dataWithdrawn() {
        return stopped != null && stopped.withdrawnFrom() == WithdrawalScope.DATA;
    }

    public boolean randomized() {
        return randomization != null;
    }

    /** The day of randomisation in the site's zone; null before. */
    public LocalDate randomizedOn(ZoneId zone) {
        return randomized() ? LocalDate.ofInstant(randomization.at(), zone) : null;
    }
}
