package org.casebook.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebook.kernel.Actor;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Language;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Role;
import org.casebook.kernel.Scope;
import org.casebook.kernel.StudyKey;

/**
 * The frame around each page. The address names the place ({@code study}, {@code site}); without it the person's home is
 * meant. A place without a grant is refused as not found, so that nothing is told about it.
 */
@Named
@RequestScoped
public class Shell {

    @Inject
    private CurrentActor currentActor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CsrfToken csrfToken;

    @Inject
    private PlaceBook placeBook;

    private Optional<Scope> place;
    private List<Place> places;

    /**
     * The place of this request.
     *
     * @throws NotFound when the person holds no grant there
     * @throws NoStudyYet when the address names no study and the person has none
     */
    public Scope scope() {
        return place().orElseThrow(this::nowhere);
    }

    /** A site that the person has nothing to do with is told as a site, in a study that he may well work in. */
    private Refusal nowhere() {
        String study = request.getParameter("study");
        String site = request.getParameter("site");
        if (study == null || study.isBlank()) {
            return new NoStudyYet();
        }
        return site == null || site.isBlank()
                ? new NotFound("study", study, null)
                : new NotFound("site", site, Scope.of(study));
    }

    /** Whether the person's grants hold the permission at the place of this request. */
    public boolean may(Permission permission) {
        return place().map(scope -> actor().may(permission, scope)).orElseGet(() -> actor().mayAnywhere(permission));
    }

    private Optional<Scope> place() {
        if (place == null) {
            place = placeBook.find(request.getParameter("study"), request.getParameter("site"));
        }
        return place;
    }

    /** Whether the address, or the person's grants, lead to a study. */
    public boolean hasPlace() {
        return place().isPresent();
    }

    public boolean isSignedIn() {
        return currentActor.find().isPresent();
    }

    public String getStudy() {
        return place().map(Scope::study).orElse(null);
    }

    public String getSite() {
        return place().map(Scope::site).orElse(null);
    }

    /** {@code study=…&site=…}, to be put into links; empty without a place. */
    public String getQuery() {
        return place().map(Place::queryOf).orElse("");
    }

    public String getStudyLabel() {
        return place().map(scope -> placeBook.studyName(scope.study())).orElseGet(() -> Words.of("common", "noStudy"));
    }

    /** Whether the study of this place is for tests or training: then each page says so. */
    public boolean isCopy() {
        return place().map(Scope::isCopy).orElse(false);
    }

    /** The kind of a study without participants, in a word; empty in production. */
    public String getKind() {
        return isCopy() ? kindWords("kind.") : "";
    }

    /** What the banner says; empty in production. */
    public String getKindNotice() {
        return isCopy() ? kindWords("kindNotice.") : "";
    }

    private String kindWords(String key) {
        StudyKey study = StudyKey.parse(getStudy());
        return Words.of("common", key + study.kind(), study.oid());
    }

    public String getSiteLabel() {
        return place().map(placeBook::siteName).orElse("");
    }

    public List<Place> getPlaces() {
        if (places == null) {
            places = placeBook.places(place().orElse(null));
        }
        return places;
    }

    public List<NavEntry> getEntries() {
        if (!isSignedIn()) {
            return List.of();
        }
        String view = request.getServletPath();
        return Arrays.stream(Destination.values())
                .filter(destination -> may(destination.permission()))
                .map(destination -> new NavEntry(
                        destination.page() + "?" + getQuery(),
                        destination.icon(),
                        Words.of("common", destination.word()),
                        destination.covers(view) ? "page" : null))
                .toList();
    }

    public String getPerson() {
        return currentActor.find().map(Actor::fullName).orElse("");
    }

    public String getPersonId() {
        return currentActor.find().map(Actor::id).orElse("");
    }

    public String getOrganisation() {
        return currentActor.find().map(Actor::organisation).orElse("");
    }

    /** The roles in force at the place, in words. */
    public String getRoles() {
        return currentActor.find().stream()
                .flatMap(actor -> actor.rolesAt(place().orElse(null)).stream())
                .map(Role::key)
                .map(key -> Words.of("common", "role." + key))
                .collect(Collectors.joining(", "));
    }

    public String getCsrf() {
        return isSignedIn() ? csrfToken.value() : "";
    }

    /** The tag of the reader's language, for the page and its bundles. */
    public String getLanguage() {
        return Language.ofReader().tag();
    }

    private Actor actor() {
        return currentActor.get();
    }
}
