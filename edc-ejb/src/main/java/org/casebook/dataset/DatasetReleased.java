package org.casebook.dataset;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A dataset of the locked study was written and kept. */
public record DatasetReleased(Scope scope, long releaseId, String sha256) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "dataset-released").withValues(null, releaseId + " sha256 " + sha256));
    }
}
