package org.casebook.site;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Grant;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.study.Definitions;
import org.casebook.study.VersionView;

/** The sites of a study: which there are, and whether they take participants (ICH E6(R3) 3.7, 3.9). */
@Stateless
public class Sites {

    private static final String ROOM = "site";
    private static final int LONGEST_NAME = 200;

    @Inject
    private KnownSites sites;

    @Inject
    private SiteRegister register;

    @Inject
    private Definitions definitions;

    @Inject
    private RequestClock clock;

    @Inject
    private CurrentActor actor;

    @Inject
    private Event<Fact> facts;

    /** All sites of the study, by number; or the one site of the scope. */
    @Allowed(Permission.VIEW_SITES)
    public List<SiteView> list(Scope scope) {
        return register.list(scope);
    }

    /**
     * The sites of a study at which the person holds a grant, by number.
     *
     * @param study OID of the study
     */
    @Allowed(Permission.USE)
    public List<SiteView> mine(String study) {
        Actor person = actor.get();
        return register.list(Scope.of(study)).stream()
                .filter(site -> person.may(Permission.VIEW_STUDY, Scope.of(study, site.number())))
                .toList();
    }

    /**
     * The names of these sites, by number in order: for each page's choice of a place.
     *
     * @param study OID of the study
     */
    @Allowed(Permission.USE)
    public Map<String, String> names(String study) {
        return register.names(Scope.of(study), actor.get());
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
            throw new Invalid(Sentence.of(ROOM, "noNumber", String.valueOf(place.site())));
        }
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Invalid(Sentence.of(ROOM, "noName", LONGEST_NAME));
        }
        if (sites.find(place).isPresent()) {
            throw new SiteIsKnown(place);
        }
        Site site = new Site(place, name.strip(), zone(timeZone));
        sites.add(site);
        facts.fire(new SiteAdded(place, name.strip(), zone(timeZone)));
        return register.get(place);
    }

    /**
     * Lets the site take participants.
     *
     * @throws SiteStatusDoesNotAllow when it is active already, or closed
     */
    @Allowed(Permission.MANAGE_SITES)
    public SiteView activate(Scope place) {
        Site site = get(place);
        SiteStatus before = site.status();
        if (register.get(place).versions().steps().isEmpty()) {
            throw new Invalid(Sentence.of(ROOM, "noVersionInForce", place.site()));
        }
        site.activate();
        facts.fire(new SiteActivated(place, before));
        return register.get(place);
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
        return register.get(place);
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
        ZoneId before = site.zone();
        site.correctZone(zone(timeZone));
        facts.fire(new SiteZoneCorrected(place, before, zone(timeZone), due(reason)));
        return register.get(place);
    }

    /** Lets new participants of the site take a released version from today on, see {@link #putInForce(Scope, long, LocalDate)}. */
    @Allowed(Permission.MANAGE_SITES)
    public SiteView putInForce(Scope place, long version) {
        return decide(get(place), place, released(place, version), null);
    }

    /**
     * Lets new participants of the site take a released version from a date on. Participants who were added before keep
     * theirs. What was planned for that date and later ones is replaced.
     *
     * @param version database id
     * @param from date at the site, today or later; null: today
     * @throws Invalid when the version is not released, or the date is past
     */
    @Allowed(Permission.MANAGE_SITES)
    public SiteView putInForce(Scope place, long version, LocalDate from) {
        return decide(get(place), place, released(place, version), from);
    }

    /**
     * The same for every site of the study that is not closed; all of them or none.
     *
     * @param from date at each site; null: today there
     * @return the sites it was decided for, by number
     */
    @Allowed(Permission.MANAGE_SITES)
    public List<SiteView> putInForceEverywhere(Scope study, long version, LocalDate from) {
        VersionView released = released(study, version);
        return sites.list(Scope.of(study.study())).stream()
                .filter(site -> site.status() != SiteStatus.CLOSED)
                .map(site -> decide(site, Scope.of(study.study(), site.number()), released, from))
                .toList();
    }

    private SiteView decide(Site site, Scope place, VersionView version, LocalDate wanted) {
        SiteView now = register.get(place);
        LocalDate from = wanted == null ? now.today() : wanted;
        if (from.isBefore(now.today())) {
            throw new Invalid(Sentence.of(
                    ROOM, "past", from.toString(), site.number(), now.today().toString()));
        }
        String before = now.versions()
                .on(from)
                .flatMap(step -> definitions.findVersion(place, step.versionId()))
                .map(VersionView::oid)
                .orElse(null);
        sites.add(new VersionDecision(place, new VersionPlan.Step(version.id(), from), clock.instant()));
        facts.fire(new VersionPutInForce(place, before, version.oid(), from));
        return register.get(place);
    }

    private VersionView released(Scope place, long id) {
        VersionView version = definitions
                .findVersion(place, id)
                .orElseThrow(() -> new NotFound("study version", id, Scope.of(place.study())));
        if (!version.released()) {
            throw new Invalid(Sentence.of(ROOM, "notReleased", version.oid(), place.study()));
        }
        return version;
    }

    private Site get(Scope place) {
        return sites.find(place).orElseThrow(() -> new NotFound("site", place.site(), Scope.of(place.study())));
    }

    private static String due(String reason) {
        return Words.needed(reason, Sentence.of(ROOM, "reasonMissing"));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(String.valueOf(name).strip());
        } catch (DateTimeException e) {
            throw new Invalid(Sentence.of(ROOM, "noTimeZone", String.valueOf(name)));
        }
    }
}
