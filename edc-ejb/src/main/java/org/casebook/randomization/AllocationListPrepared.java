package org.casebook.randomization;

import java.util.List;
import java.util.UUID;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * An allocation list was prepared and sealed.
 *
 * @param slots its length; kept out of the trail, since whoever knows where a list ends knows where its last block does
 */
public record AllocationListPrepared(Scope scope, UUID list, int slots, String sha256) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(
                Change.of(scope, "allocation-list-prepared").withValues(null, "list " + list + ", SHA-256 " + sha256));
    }
}
