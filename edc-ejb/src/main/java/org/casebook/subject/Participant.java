package org.casebook.subject;

import java.time.Instant;
import java.time.LocalDate;
import org.casebook.kernel.Scope;

/**
 * A participant as shown and as later rooms read it. It never tells the treatment.
 *
 * @param key screening number, for example {@code 101-001}; names the participant in its study for good
 * @param versionId the study version the participant is documented under
 * @param addedAt when screening began in the system
 * @param ended how and when the participation ended; null while it goes on
 * @param randomization number and time; null before randomisation
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
        boolean locked) {

    /** Number and time of randomisation; the number carries no information about the arm. */
    public record Randomized(String number, Instant at) {}

    /** End of participation. */
    public record Ended(LocalDate date, String reason) {}

    /** The place of the participant: its study and its own site. */
    public Scope scope() {
        return Scope.of(study, site);
    }

    public boolean randomized() {
        return randomization != null;
    }
}
