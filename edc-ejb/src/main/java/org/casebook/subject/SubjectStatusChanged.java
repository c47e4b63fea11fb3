package org.casebook.subject;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** The participation ended, or its end was taken back. */
public record SubjectStatusChanged(
        Scope scope, String subject, SubjectStatus before, SubjectStatus after, String reason) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "subject-status-changed")
                .withSubject(subject)
                .withValues(before.name(), after.name())
                .withReason(reason));
    }
}
