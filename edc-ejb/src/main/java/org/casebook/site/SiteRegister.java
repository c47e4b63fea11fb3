package org.casebook.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;

/** Sites for later rooms. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class SiteRegister {

    @Inject
    private KnownSites sites;

    @Inject
    private RequestClock clock;

    /** The site of this place; refused when no site is named or there is none. */
    public SiteView get(Scope place) {
        requireSite(place);
        return list(place).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("site", place.site(), Scope.of(place.study())));
    }

    /** The time zone of the site of this place, which each save asks for; refused as {@link #get}. */
    public ZoneId zone(Scope place) {
        requireSite(place);
        return sites.list(place).stream()
                .findFirst()
                .map(site -> site.view(VersionPlan.NONE, clock).zone())
                .orElseThrow(() -> new NotFound("site", place.site(), Scope.of(place.study())));
    }

    private static void requireSite(Scope place) {
        if (place.wholeStudy()) {
            throw new Invalid(Sentence.of("site", "noSite", String.valueOf(place.study())));
        }
    }

    /** The sites within the scope, by number, with the version that is in force today. */
    public List<SiteView> list(Scope scope) {
        Map<String, VersionPlan> plans = sites.plans(scope);
        return sites.list(scope).stream()
                .map(site -> site.view(plans.getOrDefault(site.number(), VersionPlan.NONE), clock))
                .toList();
    }

    /** The names of the study's sites at which the person may look, by number in order. */
    Map<String, String> names(Scope study, Actor person) {
        Map<String, String> names = new LinkedHashMap<>();
        sites.list(study).stream()
                .filter(site -> person.may(Permission.VIEW_STUDY, site.scope()))
                .forEach(site -> names.put(site.number(), site.name()));
        return names;
    }
}
