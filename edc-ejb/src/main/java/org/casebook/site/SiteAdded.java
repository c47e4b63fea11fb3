package org.casebook.site;

import java.time.ZoneId;
import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A site was entered in the register, as planned. */
public record SiteAdded(Scope place, String name, ZoneId zone) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(place, "site-added").withValues(null, name + ", " + zone));
    }
}
