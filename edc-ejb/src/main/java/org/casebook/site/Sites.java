package org.casebook.site;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Grant;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Words;

/** The sites of a study: which there are, and whether they take participants (ICH E6(R3) 3.7, 3.9). */
@Stateless
public class Sites {

    private static final int LONGEST_NAME = 200;

    @Inject
    private KnownSites sites;

    @Inject
    private CurrentActor actor;

    @Inject
    private Event<Fact> facts;

    /** All sites of the study, by number; or the one site of the scope. */
    @Allowed(Permission.VIEW_SITES)
    public List<SiteView> list(Scope scope) {
        return sites.list(scope).stream().map(Site::view).toList();
    }

    /**
     * The sites of a study at which the person holds a grant, by number.
     *
     * @param study OID of the study
     */
    @Allowed(Permission.USE)
    public List<SiteView> mine(String study) {
        Actor person = actor.get();
        return sites.list(Scope.of(study)).stream()
                .map(Site::view)
                .filter(site -> person.may(Permission.VIEW_STUDY, Scope.of(study, site.number())))
                .toList();
    }

    /**
     * Enters a planned site.
     *
     * @param place study and number of the new site, letters, digits, hyphens, at most 20
     * @param name as people call it, at most 200 characters
     * @param timeZone IANA name, for example {@code Europe/Stockholm}
     * @throws SiteIsKnown when the number is taken
     * @throws Invalid when a value cannot be taken
     */
    @Allowed(Permission.MANAGE_SITES)
    public SiteView add(Scope place, String name, String timeZone) {
        if (place.wholeStudy()
                || !place.site().matches("[A-Za-z0-9-]{1,20}")
                || place.site().equals(Grant.ALL_SITES)) {
            throw new Invalid("“" + place.site() + "” is no site number. Use letters, digits and hyphens, at most 20.");
        }
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Invalid("Give the site a name of at most " + LONGEST_NAME + " characters.");
        }
        if (sites.find(place).isPresent()) {
            throw new SiteIsKnown(place);
        }
        Site site = new Site(place, name.strip(), zone(timeZone));
        sites.add(site);
        facts.fire(new SiteAdded(place, name.strip(), zone(timeZone)));
        return site.view();
    }

    /**
     * Lets the site take participants.
     *
     * @throws SiteStatusDoesNotAllow when it is active already, or closed
     */
    @Allowed(Permission.MANAGE_SITES)
    public SiteView activate(Scope place) {
        Site site = get(place);
        SiteStatus before = site.view().status();
        if (site.view().versionId() == null) {
            throw new Invalid("Site " + place.site() + " has no study version in force, so that nobody could be entered"
                    + " there. Put a version in force first, then activate the site.");
        }
        site.activate();
        facts.fire(new SiteActivated(place, before));
        return site.view();
    }

    /**
     * Takes no participants at the site for now.
     *
     * @param reason why, never blank
     * @throws SiteStatusDoesNotAllow when it is not active
     */
    @Allowed(Permission.MANAGE_SITES)
    public SiteView hold(Scope place, String reason) {
        Site site = get(place);
        site.hold();
        facts.fire(new SiteHeld(place, due(reason)));
        return site.view();
    }

    /**
     * Corrects the time zone; stored times stay, the site's dates are read in the new zone.
     *
     * @param timeZone IANA name
     * @param reason why, never blank
     */
    @Allowed(Permission.MANAGE_SITES)
    public SiteView correctZone(Scope place, String timeZone, String reason) {
        Site site = get(place);
        ZoneId before = site.view().zone();
        site.correctZone(zone(timeZone));
        facts.fire(new SiteZoneCorrected(place, before, zone(timeZone), due(reason)));
        return site.view();
    }

    /** Lets the site follow a released version of the study. */
    @Allowed(Permission.MANAGE_SITES)
    public SiteView putInForce(Scope place, long version) {
        Site site = get(place);
        Long before = site.view().versionId();
        site.follow(version);
        facts.fire(new VersionPutInForce(place, before, version));
        return site.view();
    }

    private Site get(Scope place) {
        return sites.find(place).orElseThrow(() -> new NotFound("site", place.site(), Scope.of(place.study())));
    }

    private static String due(String reason) {
        return Words.needed(reason, "Say why: a reason belongs to this change of the site.");
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(String.valueOf(name).strip());
        } catch (DateTimeException e) {
            throw new Invalid("“" + name + "” is no time zone. Use a name such as Europe/Stockholm.");
        }
    }
}
