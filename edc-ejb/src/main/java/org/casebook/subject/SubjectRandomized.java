package org.casebook.subject;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A participant was randomised. The fact carries the number and never the arm. */
public record SubjectRandomized(Scope scope, String subject, String number) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(
                Change.of(scope, "subject-randomized").withSubject(subject).withValues(null, number));
    }
}
