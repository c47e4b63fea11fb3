package org.casebook.study;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.StudyKey;
import org.casebook.kernel.StudyKey.Kind;
import org.casebook.odm.StudyFileIsFaulty;

/** Loading, releasing and looking at what a study plans (ICH E6(R3) 4.3.4: what is released is fixed and traceable). */
@Stateless
public class StudyDesign {

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
     * @throws StudyFileIsFaulty with every fault; nothing is kept
     * @throws VersionDoesNotAllow when the study has a version of this OID already
     */
    @Allowed(Permission.LOAD_STUDY)
    public VersionView load(byte[] file, Kind kind, String copy) {
        StudyDefinition definition = new DefinitionReader().read(file);
        StudyKey key = StudyKey.made(definition.oid(), kind, copy);
        Scope scope = Scope.of(key.toString());
        String sha256 = sha256(file);
        versions(scope).stream()
                .filter(version -> version.oid().equals(definition.versionOid()))
                .findFirst()
                .ifPresent(version -> refuseAgain(version, sha256));
        if (studies.find(scope).isEmpty()) {
            studies.add(new Study(key, definition.name()));
        }
        VersionView version = studies.add(new StudyVersion(key, definition, file, sha256, clock.instant()))
                .view();
        facts.fire(new StudyLoaded(version));
        return version;
    }

    private static void refuseAgain(VersionView version, String sha256) {
        throw new VersionDoesNotAllow(
                version.sha256().equals(sha256)
                        ? "This very file is loaded already, as version %s.".formatted(version.oid())
                        : "Study %s has a version %s with other content. Give the changed file a new MetaDataVersion OID."
                                .formatted(version.study(), version.oid()));
    }

    /**
     * Releases a version: sites can follow it from now on.
     *
     * @throws VersionDoesNotAllow when it is released already
     */
    @Allowed(Permission.LOAD_STUDY)
    public VersionView release(Scope study, long versionId) {
        StudyVersion version = studies.findVersion(study, versionId)
                .orElseThrow(() -> new NotFound("study version", versionId, study));
        version.release(clock.instant());
        facts.fire(new VersionReleased(version.view()));
        return version.view();
    }

    /** The studies that the person works in, by OID; all of them for whoever builds or administers. */
    @Allowed(Permission.USE)
    public List<StudyView> mine() {
        Actor person = actor.get();
        List<Study> own = studies.list().stream()
                .filter(study -> person.holdsSystemGrant() || person.studies().contains(study.oid()))
                .toList();
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

    /** The versions of the study, newest first. */
    @Allowed(Permission.VIEW_STUDY)
    public List<VersionView> versions(Scope scope) {
        return studies.versions(scope);
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

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
