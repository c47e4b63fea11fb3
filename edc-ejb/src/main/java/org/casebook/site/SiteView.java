package org.casebook.site;

import java.time.ZoneId;

/**
 * A site as other rooms read it.
 *
 * @param number as printed on its forms, for example {@code 101}
 * @param zone time zone of the site; its dates are dates there
 * @param versionId study version in force; null while none was assigned
 */
public record SiteView(String study, String number, String name, SiteStatus status, ZoneId zone, Long versionId) {

    public boolean active() {
        return status == SiteStatus.ACTIVE;
    }
}
