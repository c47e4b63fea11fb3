package org.casebook.standing;

import java.util.List;
import org.casebook.subject.Participant;
import org.casebook.subject.SubjectStatus;

/**
 * Where a participant stands, and how it came to that.
 *
 * @param history every step, the latest first, those taken back too
 * @param next where it can go from here
 * @param criteria numbers of the study's criteria, in its order
 * @param failing numbers of those that the forms say are not met
 */
public record StandingView(
        Participant participant,
        List<StandingLine> history,
        List<SubjectStatus> next,
        List<String> criteria,
        List<String> failing) {

    public StandingView {
        history = List.copyOf(history);
        next = List.copyOf(next);
        criteria = List.copyOf(criteria);
        failing = List.copyOf(failing);
    }

    /** Whether there is a step to take back. */
    public boolean revocable() {
        return history.stream().anyMatch(StandingLine::holds);
    }
}
