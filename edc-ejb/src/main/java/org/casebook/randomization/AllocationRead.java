package org.casebook.randomization;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** Somebody unblinded read what a participant is to receive. */
public record AllocationRead(Scope scope, String subject, String number) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "allocation-read").withSubject(subject).withValues(null, number));
    }
}
