package org.casebook.blinding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.casebook.audit.Unseen;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.definition.StudyRules.ItemPath;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.study.Definitions;
import org.casebook.veil.Veil;

/**
 * The one rule for values that would tell the treatment: whoever may not see the allocation of a place sees none of its items
 * that a released version of the study marks, nor what is made of them (ICH E6(R3) 4.1.2).
 *
 * <p>The mark of any released version counts for the data of all of them, so that a participant who came in with an older
 * version is no hole. In a copy for tests or training the builder sees everything.
 */
@ApplicationScoped
public class Blinding implements Unseen {

    @Inject
    private Definitions definitions;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    @Inject
    private OpenStudies open;

    /** A version's file never changes. */
    private final Map<Long, Veil> known = new ConcurrentHashMap<>();

    /** What is hidden from whoever asks; everything that can be when nobody is signed in. */
    public Veil seenBy(Scope place) {
        Veil veil = of(place);
        if (veil.isEmpty() || sees(place)) {
            return Veil.NONE;
        }
        return knows(place) ? veil.withEventsSeen() : veil;
    }

    /**
     * Whether whoever asks may know what participants receive whose planned unblinding has taken place; nobody knows it before
     * that by this right.
     */
    public boolean knows(Scope place) {
        return actor.find()
                .filter(person -> person.may(Permission.VIEW_UNBLINDED, place))
                .isPresent();
    }

    /**
     * The names of an expression whose values whoever asks may see: what a released version hides is hidden, and what the
     * expression's own version hides too, released or not.
     *
     * @param versionId the version whose names are meant, of the place's study
     * @param form OID of the form where the expression stands; null for none
     */
    public Set<String> seenNames(Scope place, long versionId, String form, Set<String> names) {
        if (sees(place)) {
            return names;
        }
        Veil all = of(place).and(of(versionId));
        Veil veil = knows(place) ? all.withEventsSeen() : all;
        StudyRules rules = definitions.rules(versionId);
        FormDefinition from = form == null ? null : definitions.get(versionId).form(form);
        Set<String> atHidden = definitions.get(versionId).events().stream()
                .filter(event -> veil.hidesEvent(event.oid()))
                .flatMap(event -> event.forms().stream())
                .map(EventDefinition.FormRef::formOid)
                .collect(Collectors.toSet());
        return names.stream()
                .filter(name -> !veil.hides(rules, from, name) && !wanders(rules, atHidden, name))
                .collect(Collectors.toSet());
    }

    /** Whether a name means the latest of a form, which may be one at a hidden event. */
    private static boolean wanders(StudyRules rules, Set<String> atHidden, String name) {
        return rules.paths(Set.of(name)).stream()
                .anyMatch(path -> (path.which() == ItemPath.Which.LAST || path.which() == ItemPath.Which.PREVIOUS)
                        && atHidden.contains(path.formOid()));
    }

    /** What is hidden from the blinded. */
    public Veil of(Scope place) {
        return definitions.releasedOf(place.study()).stream().map(this::of).reduce(Veil.NONE, Veil::and);
    }

    private Veil of(long versionId) {
        return known.computeIfAbsent(versionId, id -> Veil.of(definitions.get(id), definitions.rules(id)));
    }

    /** The form as whoever asks knows it. */
    public FormDefinition shown(Scope place, FormDefinition form) {
        return seenBy(place).shown(form);
    }

    @Override
    public Set<String> items(Scope place) {
        return seenBy(place).items();
    }

    @Override
    public Set<String> checks(Scope place) {
        return seenBy(place).checks();
    }

    @Override
    public Set<String> events(Scope place) {
        return seenBy(place).events();
    }

    /** Whether the study was unblinded, and whoever asks may know by that what everybody received. */
    public boolean seesTreatments(Scope place) {
        return actor.find()
                        .filter(person -> person.may(Permission.VIEW_TREATMENTS, place))
                        .isPresent()
                && open.find(place.study()).isPresent();
    }

    /** That and when the study was unblinded; told to all who may know the study. */
    public Optional<StudyUnblindedView> unblinded(Scope place) {
        return open.find(place.study());
    }

    /**
     * Unblinds the study from now on. The caller has judged that it may be.
     *
     * @param reason never blank
     */
    public void unblind(Scope place, String reason) {
        open.add(new StudyUnblinding(place.study(), reason, actor.get(), clock.instant()));
        facts.fire(new StudyUnblinded(place, reason));
    }

    private boolean sees(Scope place) {
        return actor.find()
                        .filter(person -> person.may(Permission.VIEW_ALLOCATION, place))
                        .isPresent()
                || seesTreatments(place);
    }
}
