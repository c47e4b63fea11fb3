package org.casebook.randomization;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * An allocation list was prepared. Its length is kept out of the trail, since whoever knows where a list ends knows where its
 * last block does; how it was made is kept there sealed.
 */
public record AllocationListPrepared(Scope scope, PreparedList list, String sealed) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "allocation-list-prepared")
                .withValues(null, "list " + list.id() + ", SHA-256 " + list.sha256() + ", " + sealed));
    }
}
