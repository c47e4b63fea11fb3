package org.casebook.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casebook.subject.SubjectStatus;
import org.casebook.subject.WithdrawalScope;

/**
 * One step of a participation as read.
 *
 * @param on date at the site
 * @param from from what the participant withdrew; null where he did not
 * @param criteria numbers of the criteria that were not met; empty but for screen failures
 * @param person full name of who decided
 * @param at when it was recorded, UTC
 * @param back null while it holds
 */
public record StandingLine(
        SubjectStatus status,
        LocalDate on,
        String reason,
        WithdrawalScope from,
        List<String> criteria,
        String person,
        Instant at,
        TakenBack back) {

    public StandingLine {
        criteria = List.copyOf(criteria);
    }

    /** When and why it was taken back, and by whom. */
    public record TakenBack(Instant at, String person, String reason) {}

    public boolean holds() {
        return back == null;
    }
}
