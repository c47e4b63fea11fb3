package org.casebook.access;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Grant;
import org.casebook.kernel.Scope;

/**
 * A role was taken from a person at a place.
 *
 * @param who account name
 */
public record GrantEnded(String who, Grant grant, String reason) implements Fact {

    @Override
    public List<Change> changes() {
        Scope place = grant.study() == null ? null : Scope.of(grant.study(), grant.site());
        return List.of(Change.of(place, "grant-ended")
                .withValues(who + ": " + grant.groupPath(), null)
                .withReason(reason));
    }
}
