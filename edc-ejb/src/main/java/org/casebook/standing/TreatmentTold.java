package org.casebook.standing;

import java.time.LocalDate;
import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;
import org.casebook.subject.SubjectStatus;

/**
 * A participation changed since the forms tell of treatment, or tell of it no more.
 *
 * @param on day of the first treatment; null: none is recorded any more
 */
public record TreatmentTold(Scope scope, String subject, SubjectStatus before, SubjectStatus after, LocalDate on)
        implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "subject-status-changed")
                .withSubject(subject)
                .withValues(before.name(), after.name() + (on == null ? "" : ", " + on)));
    }

    @Override
    public String origin() {
        return "rule";
    }
}
