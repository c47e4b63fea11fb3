package org.casebook.delegation;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** The principal investigator approved a delegation. */
public record DelegationApproved(Scope scope, DelegationView line) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "delegation-approved").withValues(line.username(), line.approvedBy()));
    }
}
