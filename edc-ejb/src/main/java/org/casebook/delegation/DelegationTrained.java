package org.casebook.delegation;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** The training of a delegated person was dated. */
public record DelegationTrained(Scope scope, DelegationView line) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(
                Change.of(scope, "delegation-trained").withValues(line.username(), String.valueOf(line.trainedOn())));
    }
}
