package org.casebook.transfer;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A file of clinical data was taken into a test or training study.
 *
 * @param reason why values that were there changed; null where none did
 */
public record ClinicalDataTaken(Scope scope, String fileName, String sha256, ImportOutcome.Counts counts, String reason)
        implements Fact {

    @Override
    public List<Change> changes() {
        String told = "%s sha256 %s: %d new, %d different, %d removed, %d same"
                .formatted(fileName, sha256, counts.fresh(), counts.different(), counts.removed(), counts.same());
        return List.of(
                Change.of(scope, "clinical-data-taken").withValues(null, told).withReason(reason));
    }

    @Override
    public String origin() {
        return "import";
    }
}
