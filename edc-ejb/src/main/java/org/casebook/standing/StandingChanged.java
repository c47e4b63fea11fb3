package org.casebook.standing;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;
import org.casebook.subject.SubjectStatus;

/**
 * A participation took a step.
 *
 * @param before where it stood
 * @param step what was decided, with its date
 */
public record StandingChanged(Scope scope, String subject, SubjectStatus before, Decision step) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "subject-status-changed")
                .withSubject(subject)
                .withValues(before.name(), after())
                .withReason(step.reason()));
    }

    private String after() {
        return step.status().name()
                + ", " + step.on()
                + (step.from() == null ? "" : ", " + step.from())
                + (step.criteria().isEmpty() ? "" : ", " + String.join(" ", step.criteria()));
    }
}
