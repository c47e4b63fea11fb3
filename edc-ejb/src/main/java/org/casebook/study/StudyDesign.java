package org.casebook.study;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Language;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.StudyKey;
import org.casebook.kernel.StudyKey.Kind;
import org.casebook.odm.Fault;
import org.casebook.odm.StudyFileIsFaulty;

/** Loading and looking at what a study plans (ICH E6(R3) 4.3.4: what is released is fixed and traceable). */
@Stateless
public class StudyDesign {

    private static final String ROOM = "study";

    @Inject
    private Studies studies;

    @Inject
    private Definitions definitions;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** Reads a study file and keeps it as a version of the production study, see {@link #load(byte[], Kind, String)}. */
    @Allowed(Permission.LOAD_STUDY)
    public VersionView load(byte[] file) {
        return load(file, Kind.PRODUCTION, null);
    }

    /**
     * Reads a study file and keeps it as a version of its study; a study that is new comes into being, and is of this kind
     * for good.
     *
     * @param file an ODM 2.0 file in Casebook's profile, at most 10 MB
     * @param kind which study of this OID is meant: that of the participants, or a copy for tests or training
     * @param copy tells several copies of one kind apart, letters and digits, at most 20; null for the only one
     * @throws StudyFileIsFaulty with every fault of the file, or with each OID that means something else than in a released
     *     version; nothing is kept
     * @throws VersionDoesNotAllow when the study has a version of this OID already
     */
    @Allowed(Permission.LOAD_STUDY)
    public VersionView load(byte[] file, Kind kind, String copy) {
        Candidate candidate = new Candidate(file);
        StudyDefinition definition = candidate.required();
        StudyKey key = StudyKey.made(definition.oid(), kind, copy);
        Scope scope = Scope.of(key.toString());
        List<VersionView> versions = studies.versions(scope);
        again(versions, candidate).ifPresent(sentence -> {
            throw new VersionDoesNotAllow(sentence);
        });
        List<Fault> returns = candidate.against(definitions.releasedAmong(versions));
        if (!returns.isEmpty()) {
            throw new StudyFileIsFaulty(returns);
        }
        if (studies.find(scope).isEmpty()) {
            studies.add(new Study(key, definition.name()));
        }
        VersionView version = studies.add(new StudyVersion(key, definition, file, candidate.sha256(), clock.instant()))
                .view();
        facts.fire(new StudyLoaded(version));
        return version;
    }

    /**
     * Tells what would come of loading a file; keeps nothing.
     *
     * @param kind as which study of this OID, see {@link #load(byte[], Kind, String)}
     */
    @Allowed(Permission.LOAD_STUDY)
    public DryRun rehearse(byte[] file, Kind kind, String copy) {
        Candidate candidate = new Candidate(file);
        if (candidate.definition().isEmpty()) {
            return new DryRun(null, null, false, candidate.faults(), candidate.remarks(), null, null);
        }
        StudyDefinition definition = candidate.required();
        StudyKey key = StudyKey.made(definition.oid(), kind, copy);
        List<VersionView> versions = studies.versions(Scope.of(key.toString()));
        List<Fault> faults = new ArrayList<>();
        again(versions, candidate)
                .ifPresent(sentence -> faults.add(candidate.atVersion(sentence.in(Language.ENGLISH))));
        faults.addAll(candidate.against(definitions.releasedAmong(versions)));
        VersionDifference difference = versions.stream()
                .findFirst()
                .map(newest -> Comparison.between(definitions.get(newest.id()), definition))
                .orElse(null);
        return new DryRun(
                key.toString(),
                definition.versionOid(),
                faults.isEmpty(),
                faults,
                candidate.remarks(),
                candidate.contents(),
                difference);
    }

    /**
     * What differs between two versions of the study. Block sizes are told only to those who prepare lists or build studies.
     *
     * @param before database id of the one
     * @param after database id of the other
     * @throws Invalid when the other is not named
     */
    @Allowed(Permission.VIEW_STUDY)
    public VersionDifference difference(Scope scope, long before, Long after) {
        if (after == null) {
            throw new Invalid(Sentence.of(ROOM, "noVersionToCompare"));
        }
        Actor person = actor.get();
        boolean blocksTold =
                person.may(Permission.LOAD_STUDY, scope) || person.may(Permission.MANAGE_ALLOCATION, scope);
        return Comparison.between(definitionOf(scope, before), definitionOf(scope, after), blocksTold);
    }

    /** Why the OID of the version cannot be taken; empty when it is new. */
    private static Optional<Sentence> again(List<VersionView> versions, Candidate candidate) {
        return versions.stream()
                .filter(version -> version.oid().equals(candidate.required().versionOid()))
                .findFirst()
                .map(version -> version.sha256().equals(candidate.sha256())
                        ? Sentence.of(ROOM, "loadedAlready", version.oid())
                        : Sentence.of(ROOM, "otherContent", version.study(), version.oid()));
    }

    /** The studies that the person works in, by OID; all of them for whoever builds or administers. */
    @Allowed(Permission.USE)
    public List<StudyView> mine() {
        List<Study> own = own().toList();
        Map<String, List<VersionView>> versions =
                studies.versions(own).stream().collect(Collectors.groupingBy(VersionView::study));
        return own.stream()
                .map(study -> new StudyView(
                        study.oid(),
                        study.key().kind(),
                        study.key().oid(),
                        study.name(),
                        versions.getOrDefault(study.oid(), List.of())))
                .toList();
    }

    /** The names of the studies that the person works in, by OID in order: for each page's choice of a place. */
    @Allowed(Permission.USE)
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        own().forEach(study -> names.put(study.oid(), study.name()));
        return names;
    }

    private Stream<Study> own() {
        Actor person = actor.get();
        return studies.list().stream()
                .filter(study -> person.holdsSystemGrant() || person.studies().contains(study.oid()));
    }

    /**
     * The versions of the study, newest first.
     *
     * @throws NotFound when there is no such study
     */
    @Allowed(Permission.VIEW_STUDY)
    public List<VersionView> versions(Scope scope) {
        List<VersionView> versions = studies.versions(scope);
        if (versions.isEmpty()) {
            throw new NotFound("study", scope.study(), null);
        }
        return versions;
    }

    /** The version that counts: the newest released, else the newest loaded. */
    @Allowed(Permission.VIEW_STUDY)
    public VersionView current(Scope scope) {
        List<VersionView> versions = studies.versions(scope);
        Optional<VersionView> released =
                versions.stream().filter(VersionView::released).findFirst();
        return released.or(() -> versions.stream().findFirst())
                .orElseThrow(() -> new NotFound("study", scope.study(), null));
    }

    /** What the version that counts plans. */
    @Allowed(Permission.VIEW_STUDY)
    public StudyDefinition definition(Scope scope) {
        return definitions.get(current(scope).id());
    }

    /** What a version of the study plans. */
    @Allowed(Permission.VIEW_STUDY)
    public StudyDefinition definitionOf(Scope scope, long versionId) {
        boolean ofThisStudy = studies.versions(scope).stream().anyMatch(version -> version.id() == versionId);
        if (!ofThisStudy) {
            throw new NotFound("study version", versionId, scope);
        }
        return definitions.get(versionId);
    }
}
