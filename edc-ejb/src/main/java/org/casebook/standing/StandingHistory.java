package org.casebook.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebook.kernel.Scope;
import org.casebook.subject.SubjectStatus;

/** Days of steps for later rooms. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class StandingHistory {

    @Inject
    private StandingSteps steps;

    /** The days at their sites on which participants were enrolled by a step that holds, by screening number. */
    public Map<String, LocalDate> enrolled(Scope scope) {
        return steps.list(scope).stream()
                .filter(StandingStep::holds)
                .filter(step -> step.toLine().status() == SubjectStatus.ENROLLED)
                .collect(Collectors.toMap(
                        StandingStep::subject, step -> step.toLine().on(), (first, again) -> again));
    }

    /** The day at the site on which the participant was enrolled by a step that holds; empty before, and where it is randomisation that enrols. */
    public Optional<LocalDate> enrolledOn(Scope scope, String subject) {
        return steps.list(scope, subject).stream()
                .filter(StandingStep::holds)
                .map(StandingStep::toLine)
                .filter(line -> line.status() == SubjectStatus.ENROLLED)
                .map(StandingLine::on)
                .findFirst();
    }
}
