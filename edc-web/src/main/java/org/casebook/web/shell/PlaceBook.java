package org.casebook.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.casebook.kernel.Actor;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Grant;
import org.casebook.kernel.Scope;

/** The studies and sites that a person can choose among, from his grants. */
@RequestScoped
public class PlaceBook {

    @Inject
    private CurrentActor currentActor;

    /**
     * @param study OID; null or empty: the person's first study
     * @param site number; null or empty: the whole study, or the person's first site where he has no more
     * @return null when the grants do not reach there
     */
    public Scope find(String study, String site) {
        Actor actor = currentActor.find().orElse(null);
        if (actor == null) {
            return null;
        }
        String wanted = blank(study) ? firstStudy(actor).orElse(null) : study;
        if (wanted == null) {
            return null;
        }
        if (blank(site)) {
            return actor.holdsSystemGrant()
                    ? Scope.of(wanted)
                    : actor.homeIn(wanted).orElse(null);
        }
        Scope scope = Scope.of(wanted, site);
        return actor.grants().stream().anyMatch(grant -> grant.reaches(scope)) ? scope : null;
    }

    /** The choices, each study with its sites. */
    public List<Place> places(Scope current) {
        List<Place> places = new ArrayList<>();
        Actor actor = currentActor.find().orElse(null);
        if (actor == null) {
            return places;
        }
        for (String study : new TreeSet<>(actor.studies())) {
            actor.homeIn(study).filter(Scope::wholeStudy).ifPresent(all -> places.add(place(all, current)));
            actor.grants().stream()
                    .filter(grant -> study.equals(grant.study()))
                    .map(Grant::site)
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted(Comparator.naturalOrder())
                    .forEach(site -> places.add(place(Scope.of(study, site), current)));
        }
        return places;
    }

    public String studyName(String study) {
        return study;
    }

    public String siteName(Scope scope) {
        return scope.wholeStudy() ? Words.of("common", "allSites") : Words.of("common", "site", scope.site());
    }

    private Place place(Scope scope, Scope current) {
        return new Place(scope, studyName(scope.study()), siteName(scope), scope.equals(current) ? "true" : null);
    }

    private static Optional<String> firstStudy(Actor actor) {
        return actor.studies().stream().sorted().findFirst();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
