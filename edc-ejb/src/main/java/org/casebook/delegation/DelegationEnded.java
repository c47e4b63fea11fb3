package org.casebook.delegation;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A delegation ended. */
public record DelegationEnded(Scope scope, DelegationView line, String reason) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "delegation-ended")
                .withValues(line.username(), String.valueOf(line.until()))
                .withReason(reason));
    }
}
