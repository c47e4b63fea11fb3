package org.casebook.lookup;

import java.util.List;
import org.casebook.capture.CaseBook.RangesFound;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** Values that had found no range were held against those that there are now. */
public record RangesLookedUp(Scope scope, RangesFound found, String reason) implements Fact {

    @Override
    public List<Change> changes() {
        String told = "values: %d, forms: %d".formatted(found.values(), found.forms());
        return List.of(
                Change.of(scope, "ranges-looked-up").withValues(null, told).withReason(reason));
    }
}
