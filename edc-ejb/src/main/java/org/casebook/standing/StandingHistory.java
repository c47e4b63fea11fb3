package org.casebook.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.kernel.Scope;
import org.casebook.subject.SubjectStatus;

/** Days of steps for later rooms. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class StandingHistory {

    @Inject
    private StandingSteps steps;

    /** The days at their sites on which participants were enrolled by a step that holds, by screening number. */
    public Map<String, LocalDate> enrolled(Scope scope) {
        return enrolling(steps.list(scope))
                .collect(Collectors.toMap(
                        StandingStep::subject, step -> step.toLine().on(), (first, again) -> again));
    }

    /** The day at the site on which the participant was enrolled by a step that holds; empty before, and where it is randomisation that enrols. */
    public Optional<LocalDate> enrolledOn(Scope scope, String subject) {
        return enrolling(steps.list(scope, subject))
                .map(step -> step.toLine().on())
                .findFirst();
    }

    /** The steps that hold by which somebody was enrolled. */
    private static Stream<StandingStep> enrolling(List<StandingStep> all) {
        return all.stream()
                .filter(StandingStep::holds)
                .filter(step -> step.toLine().status() == SubjectStatus.ENROLLED);
    }
}
