package org.casebook.delegation;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A person was written into the delegation log of a site. */
public record DelegationAdded(Scope scope, DelegationView line) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "delegation-added")
                .withValues(
                        null,
                        line.username() + ": "
                                + String.join(
                                        " ",
                                        line.duties().stream()
                                                .map(Duty::name)
                                                .sorted()
                                                .toList()) + ", " + line.from()));
    }
}
