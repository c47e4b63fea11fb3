package org.casebook.codebreak;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** Whoever broke a participant's code looked at the treatment. */
public record CodeBreakRead(Scope scope, String subject, String number) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "code-break-read").withSubject(subject).withValues(null, number));
    }
}
