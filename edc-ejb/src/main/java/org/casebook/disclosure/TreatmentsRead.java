package org.casebook.disclosure;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * Somebody looked at what participants received, after the study was unblinded.
 *
 * @param participants how many
 */
public record TreatmentsRead(Scope scope, int participants) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "treatments-read").withValues(null, Integer.toString(participants)));
    }
}
