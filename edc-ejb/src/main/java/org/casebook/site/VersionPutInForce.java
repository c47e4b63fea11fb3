package org.casebook.site;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A site follows another version of the study from now on.
 *
 * @param before version followed until now; null when there was none
 */
public record VersionPutInForce(Scope place, Long before, long after) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(place, "site-version-in-force")
                .withValues(before == null ? null : before.toString(), Long.toString(after)));
    }
}
