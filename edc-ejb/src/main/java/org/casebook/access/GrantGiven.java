package org.casebook.access;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Grant;
import org.casebook.kernel.Scope;

/**
 * A role was given to a person at a place.
 *
 * @param who account name
 */
public record GrantGiven(String who, Grant grant, String reason) implements Fact {

    @Override
    public List<Change> changes() {
        Scope place = grant.study() == null ? null : Scope.of(grant.study(), grant.site());
        return List.of(Change.of(place, "grant-given")
                .withValues(null, who + ": " + grant.groupPath())
                .withReason(reason));
    }
}
