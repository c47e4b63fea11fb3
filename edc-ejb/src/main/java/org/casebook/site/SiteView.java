package org.casebook.site;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A site as other rooms read it.
 *
 * @param number as printed on its forms, for example {@code 101}
 * @param zone time zone of the site; its dates are dates there
 * @param versions which study version is in force from when
 * @param today date at the site when it was read
 */
public record SiteView(
        String study,
        String number,
        String name,
        SiteStatus status,
        ZoneId zone,
        VersionPlan versions,
        LocalDate today) {

    public boolean active() {
        return status == SiteStatus.ACTIVE;
    }

    /** Database id of the study version in force today; null while none is. */
    public Long versionId() {
        return versions.on(today).map(VersionPlan.Step::versionId).orElse(null);
    }

    /** Versions that come into force later, the next first. */
    public List<VersionPlan.Step> planned() {
        return versions.after(today);
    }
}
