package org.casebook.site;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A site takes nobody for now. */
public record SiteHeld(Scope place, String reason) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(place, "site-held")
                .withValues(SiteStatus.ACTIVE.name(), SiteStatus.ON_HOLD.name())
                .withReason(reason));
    }
}
