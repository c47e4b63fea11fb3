package org.casebook.dataset;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** Somebody took a dataset home. Reading is a fact too: who holds a copy must be answerable. */
public record DatasetDownloaded(Scope scope, long releaseId, String sha256) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "dataset-downloaded").withValues(null, releaseId + " sha256 " + sha256));
    }
}
