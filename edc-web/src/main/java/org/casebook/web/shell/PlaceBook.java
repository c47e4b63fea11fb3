package org.casebook.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebook.kernel.Actor;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Scope;
import org.casebook.site.Sites;
import org.casebook.study.StudyDesign;

/** The studies and sites that a person can choose among. */
@RequestScoped
public class PlaceBook {

    @Inject
    private CurrentActor currentActor;

    @Inject
    private StudyDesign studyDesign;

    @Inject
    private Sites sites;

    /** Names by OID, in order. */
    private Map<String, String> studies;

    /** Names of the sites by number, by study. */
    private final Map<String, Map<String, String>> siteNames = new HashMap<>();

    /**
     * @param study OID; null or empty: the person's first study
     * @param site number; null or empty: the whole study, or the person's first site where he has no more
     * @return empty when the grants do not reach there, or there is no such site
     */
    public Optional<Scope> find(String study, String site) {
        Actor actor = currentActor.find().orElse(null);
        if (actor == null) {
            return Optional.empty();
        }
        String wanted = isBlank(study) ? firstStudy() : study;
        if (wanted == null) {
            return Optional.empty();
        }
        if (isBlank(site)) {
            return home(actor, wanted);
        }
        return Optional.of(Scope.of(wanted, site))
                .filter(scope -> actor.grants().stream().anyMatch(grant -> grant.reaches(scope)))
                .filter(scope -> siteNames(wanted).containsKey(site));
    }

    /**
     * The choices: every study, and the sites of the chosen one.
     *
     * @param current the chosen place; null for none
     */
    public List<Place> places(Scope current) {
        List<Place> places = new ArrayList<>();
        Actor actor = currentActor.find().orElse(null);
        if (actor == null) {
            return places;
        }
        studies().forEach((study, name) -> {
            boolean chosen = current != null && current.study().equals(study);
            home(actor, study)
                    .filter(scope -> scope.wholeStudy() || !chosen)
                    .ifPresent(scope -> places.add(place(scope, name, scope.site(), current)));
            if (chosen) {
                siteNames(study)
                        .forEach((site, title) ->
                                places.add(place(Scope.of(study, site), name, site + " " + title, current)));
            }
        });
        return places;
    }

    /** The study's name; its OID while no file has been loaded. */
    public String studyName(String oid) {
        return studies().getOrDefault(oid, oid);
    }

    public String siteName(Scope scope) {
        return scope.wholeStudy() ? Words.of("common", "allSites") : Words.of("common", "site", scope.site());
    }

    private static Optional<Scope> home(Actor actor, String study) {
        return actor.homeIn(study).or(() -> actor.holdsSystemGrant() ? Optional.of(Scope.of(study)) : Optional.empty());
    }

    private Place place(Scope scope, String study, String site, Scope current) {
        return new Place(scope, study, site == null ? siteName(scope) : site, scope.equals(current) ? "true" : null);
    }

    private String firstStudy() {
        return studies().keySet().stream().findFirst().orElse(null);
    }

    private Map<String, String> studies() {
        if (studies == null) {
            studies = studyDesign.names();
        }
        return studies;
    }

    private Map<String, String> siteNames(String study) {
        return studies().containsKey(study) ? siteNames.computeIfAbsent(study, sites::names) : Map.of();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
