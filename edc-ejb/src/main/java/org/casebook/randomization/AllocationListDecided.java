package org.casebook.randomization;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A second person sealed an allocation list, or a prepared one was withdrawn. */
public record AllocationListDecided(Scope scope, PreparedList list, boolean sealed) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, sealed ? "allocation-list-sealed" : "allocation-list-withdrawn")
                .withValues(
                        "prepared by " + list.prepared().name(), "list " + list.id() + ", SHA-256 " + list.sha256()));
    }
}
