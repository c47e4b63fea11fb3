package org.casebook.monitoring;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A monitor compared an item with its source and found that they agree.
 *
 * @param place the form and item; the form itself does not change, so there is no form revision
 * @param itemRevision the item's revision that was compared
 */
public record ItemVerified(Scope scope, String subject, Change.Place place, long itemRevision) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "item-verified")
                .withSubject(subject)
                .withPlace(place)
                .withValues(null, "verified at item revision " + itemRevision));
    }
}
