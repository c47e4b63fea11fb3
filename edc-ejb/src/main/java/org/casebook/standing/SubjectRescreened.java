package org.casebook.standing;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** Whoever failed screening as {@code earlier} is screened again under a new number. */
public record SubjectRescreened(Scope scope, String subject, String earlier) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(
                Change.of(scope, "subject-rescreened").withSubject(subject).withValues(earlier, subject));
    }
}
