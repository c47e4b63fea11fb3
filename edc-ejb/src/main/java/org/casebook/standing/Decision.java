package org.casebook.standing;

import java.time.LocalDate;
import java.util.List;
import org.casebook.subject.SubjectStatus;
import org.casebook.subject.WithdrawalScope;

/**
 * A step that somebody decides on.
 *
 * @param status where it leads; never RANDOMIZED
 * @param on date at the site, not in the future there
 * @param reason why, in the person's words; never blank
 * @param from from what the participant withdraws; needed for WITHDRAWN, may be TREATMENT for TREATMENT_STOPPED, else null
 * @param criteria numbers of the criteria that were not met, for SCREEN_FAILED; null: those that the forms say
 */
public record Decision(SubjectStatus status, LocalDate on, String reason, WithdrawalScope from, List<String> criteria) {

    public Decision {
        criteria = criteria == null ? null : List.copyOf(criteria);
    }
}
