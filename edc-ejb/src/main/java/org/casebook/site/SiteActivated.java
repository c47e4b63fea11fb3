package org.casebook.site;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A site may take participants from now on.
 *
 * @param before where it stood
 */
public record SiteActivated(Scope place, SiteStatus before) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(place, "site-activated").withValues(before.name(), SiteStatus.ACTIVE.name()));
    }
}
