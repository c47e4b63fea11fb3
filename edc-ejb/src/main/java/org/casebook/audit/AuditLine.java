package org.casebook.audit;

import java.time.Instant;
import org.casebook.kernel.Change;

/**
 * One line of the trail as shown.
 *
 * @param id grows with time, though not without gaps
 * @param at server time, UTC
 * @param action kebab-case verb, see {@link Change}
 */
public record AuditLine(
        long id,
        Instant at,
        String study,
        String site,
        String subject,
        Change.Place place,
        String action,
        String oldValue,
        String newValue,
        String reason,
        Who who) {

    /** The person and capacity in which he acted (EMA 2023 6.2.1: user name, role, organisation). */
    public record Who(String username, String fullName, String roles, String organisation, String origin) {}
}
