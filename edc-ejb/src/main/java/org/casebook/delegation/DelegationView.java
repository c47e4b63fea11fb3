package org.casebook.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * One line of a site's delegation log.
 *
 * @param username of the account
 * @param from first day at the site
 * @param until last day; null: open
 * @param trainedOn null: not trained yet
 * @param approvedBy full name of the principal investigator, or of the administrator who appointed him; null: not approved yet
 */
public record DelegationView(
        long id,
        String site,
        String username,
        String name,
        Set<Duty> duties,
        LocalDate from,
        LocalDate until,
        LocalDate trainedOn,
        String approvedBy,
        Instant approvedAt) {

    public DelegationView {
        duties = Set.copyOf(duties);
    }

    public boolean approved() {
        return approvedAt != null;
    }

    public boolean trained() {
        return trainedOn != null;
    }

    public boolean open() {
        return until == null;
    }

    /** Whether it covers this day. */
    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    boolean hasDuty(Duty duty) {
        return duties.contains(duty) || duties.contains(Duty.LEAD);
    }
}
