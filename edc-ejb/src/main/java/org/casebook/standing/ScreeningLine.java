package org.casebook.standing;

import java.time.LocalDate;
import java.util.List;
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
 * @param moved how he came to the site, or left it; null for who was never transferred. Of who left, all else is as it stood then
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
        String earlier,
        Moved moved) {

    /** A transfer, on a day at the new site. */
    public record Moved(String from, String to, LocalDate on) {}

    /**
     * What is known of a screening.
     *
     * @param randomizedOn null where that has not happened
     * @param taken the steps that hold, the first one first
     */
    record Known(LocalDate screenedOn, LocalDate consentedOn, LocalDate randomizedOn, List<StandingLine> taken) {

        private StandingLine last() {
            return taken.isEmpty() ? null : taken.get(taken.size() - 1);
        }

        private StandingLine enrolled() {
            return taken.stream()
                    .filter(step -> step.status() == SubjectStatus.ENROLLED)
                    .findFirst()
                    .orElse(null);
        }
    }

    public ScreeningLine {
        failing = List.copyOf(failing);
    }

    /** Whether he is at another site now. */
    public boolean left() {
        return moved != null && moved.from().equals(site);
    }

    static ScreeningLine of(String site, String subject, Known known, String earlier, Moved moved) {
        StandingLine last = known.last();
        StandingLine enrolled = known.enrolled();
        LocalDate randomizedOn = known.randomizedOn();
        boolean failed = last != null && last.status().isEnd() && randomizedOn == null && enrolled == null;
        SubjectStatus outcome = failed ? last.status() : SubjectStatus.SCREENING;
        LocalDate on = failed ? last.on() : null;
        if (randomizedOn != null) {
            outcome = SubjectStatus.RANDOMIZED;
            on = randomizedOn;
        } else if (enrolled != null) {
            outcome = SubjectStatus.ENROLLED;
            on = enrolled.on();
        }
        return new ScreeningLine(
                site,
                subject,
                known.screenedOn(),
                known.consentedOn(),
                outcome,
                on,
                failed ? last.criteria() : List.of(),
                failed ? last.reason() : null,
                earlier,
                moved);
    }
}
