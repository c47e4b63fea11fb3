package org.casebook.standing;

import java.time.LocalDate;
import java.util.List;
import org.casebook.subject.Participant;
import org.casebook.subject.SubjectStatus;

/**
 * One line of the screening log.
 *
 * @param screenedOn date at the site on which the participant was added
 * @param consentedOn null while not documented
 * @param outcome how screening came out: SCREENING while open, SCREEN_FAILED, WITHDRAWN, LOST or DIED before enrolment, else
 *     ENROLLED or RANDOMIZED
 * @param outcomeOn date of the outcome at the site; null while open
 * @param failing numbers of the criteria that were not met
 * @param reason of a failure, in the person's words; null else
 * @param earlier the number under which the same person failed screening before; null: none
 */
public record ScreeningLine(
        String site,
        String subject,
        LocalDate screenedOn,
        LocalDate consentedOn,
        SubjectStatus outcome,
        LocalDate outcomeOn,
        List<String> failing,
        String reason,
        String earlier) {

    public ScreeningLine {
        failing = List.copyOf(failing);
    }

    /**
     * @param last the last step that holds; null before the first
     */
    static ScreeningLine of(
            Participant person,
            LocalDate screenedOn,
            LocalDate randomizedOn,
            StandingLine last,
            StandingLine enrolled,
            String earlier) {
        boolean failed = person.status().isEnd() && randomizedOn == null && enrolled == null;
        SubjectStatus outcome = failed ? person.status() : SubjectStatus.SCREENING;
        LocalDate on = failed && last != null ? last.on() : null;
        if (randomizedOn != null) {
            outcome = SubjectStatus.RANDOMIZED;
            on = randomizedOn;
        } else if (enrolled != null) {
            outcome = SubjectStatus.ENROLLED;
            on = enrolled.on();
        }
        return new ScreeningLine(
                person.site(),
                person.key(),
                screenedOn,
                person.gate().consentDate(),
                outcome,
                on,
                failed && last != null ? last.criteria() : List.of(),
                failed && last != null ? last.reason() : null,
                earlier);
    }
}
