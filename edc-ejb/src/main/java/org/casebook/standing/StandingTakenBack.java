package org.casebook.standing;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;
import org.casebook.subject.SubjectStatus;

/**
 * The last step of a participation was taken back.
 *
 * @param before where it stood
 * @param after where it stands again
 */
public record StandingTakenBack(Scope scope, String subject, SubjectStatus before, SubjectStatus after, String reason)
        implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "subject-status-taken-back")
                .withSubject(subject)
                .withValues(before.name(), after.name())
                .withReason(reason));
    }
}
