package org.casebook.web.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.casebook.site.SiteStatus;
import org.casebook.site.SiteView;
import org.casebook.site.VersionPlan;
import org.casebook.study.VersionView;
import org.casebook.web.shell.Words;

/**
 * A site as the page draws it, with what may be done now.
 *
 * @param versions of its study
 * @param changeable whether the person may change sites
 */
public record SiteRow(SiteView site, List<VersionView> versions, boolean changeable) {

    /** Key of its state. */
    public String state() {
        return site.status() == SiteStatus.PLANNED
                ? "NOT_ACTIVATED"
                : site.status().name();
    }

    /** The version in force today. */
    public String version() {
        return site.versions()
                .on(site.today())
                .map(step -> Words.of("site", "versionSince", nameOf(step), step.from()))
                .orElse(Words.of("site", "noVersion"));
    }

    /** Versions that come into force later, in words. */
    public List<String> planned() {
        return site.planned().stream()
                .map(step -> Words.of("site", "versionFrom", nameOf(step), step.from()))
                .toList();
    }

    private String nameOf(VersionPlan.Step step) {
        return versions.stream()
                .filter(version -> version.id() == step.versionId())
                .map(version -> version.oid() + " " + version.name())
                .findFirst()
                .orElseThrow();
    }

    public boolean activatable() {
        return changeable && (site.status() == SiteStatus.PLANNED || site.status() == SiteStatus.ON_HOLD);
    }

    public boolean holdable() {
        return changeable && site.status() == SiteStatus.ACTIVE;
    }

    /** Where this site's changes are sent; the act is added to the path. */
    public String url(String act) {
        return "/entry/sites/" + act + "?study=" + URLEncoder.encode(site.study(), StandardCharsets.UTF_8) + "&site="
                + URLEncoder.encode(site.number(), StandardCharsets.UTF_8);
    }
}
