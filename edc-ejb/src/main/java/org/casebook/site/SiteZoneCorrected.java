package org.casebook.site;

import java.time.ZoneId;
import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** The time zone in which the site's dates are dates was corrected. */
public record SiteZoneCorrected(Scope place, ZoneId before, ZoneId after, String reason) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(place, "site-time-zone-changed")
                .withValues(before.getId(), after.getId())
                .withReason(reason));
    }
}
