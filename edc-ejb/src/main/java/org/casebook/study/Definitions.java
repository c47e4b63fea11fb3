package org.casebook.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.odm.Remark;
import org.casebook.rules.Expression;

/**
 * Study versions for later rooms, read and compiled once: a version's file never changes. Not a boundary: whoever calls has
 * passed a door.
 */
@ApplicationScoped
public class Definitions {

    @Inject
    private Studies studies;

    private final Map<Long, Compiled> compiled = new ConcurrentHashMap<>();

    private record Compiled(StudyDefinition definition, StudyRules rules, List<Remark> remarks) {}

    /**
     * The definition of a version.
     *
     * @param versionId from a row already read within its scope
     */
    public StudyDefinition get(long versionId) {
        return compiled(versionId).definition();
    }

    /** The compiled expressions of a version. */
    public StudyRules rules(long versionId) {
        return compiled(versionId).rules();
    }

    /** What was stripped, repaired or kept as text when the version's file was read. */
    List<Remark> remarks(long versionId) {
        return compiled(versionId).remarks();
    }

    /** A condition that criteria or events use; it knows items as {@code FORM.ITEM} and {@code EVENT.FORM.ITEM}. */
    public Expression condition(long versionId, String conditionOid) {
        return compiled(versionId).rules().condition(conditionOid);
    }

    /**
     * The version in force for the study as a whole: the newest released.
     *
     * @param study OID, from a scope that was let in
     */
    public long released(String study) {
        return studies.versions(Scope.of(study)).stream()
                .filter(VersionView::released)
                .findFirst()
                .map(VersionView::id)
                .orElseThrow(() -> new NotFound("released version of study", study, null));
    }

    /**
     * The OIDs of the versions of a study, newest first.
     *
     * @param study key, from a scope that was let in
     */
    public List<String> versionOids(String study) {
        return studies.versions(Scope.of(study)).stream()
                .map(VersionView::oid)
                .distinct()
                .toList();
    }

    /**
     * Ids of all released versions, oldest first.
     *
     * @param study OID, from a scope that was let in
     */
    public List<Long> releasedOf(String study) {
        return studies.released(study);
    }

    /** What the released ones of these versions plan, in their order. */
    List<StudyDefinition> releasedAmong(List<VersionView> versions) {
        return versions.stream()
                .filter(VersionView::released)
                .map(version -> get(version.id()))
                .toList();
    }

    /** A version of the study of this place; empty when it is of another. */
    public Optional<VersionView> findVersion(Scope scope, long versionId) {
        return studies.findVersion(scope, versionId).map(StudyVersion::view);
    }

    private Compiled compiled(long versionId) {
        Compiled known = compiled.get(versionId);
        if (known != null) {
            return known;
        }
        StudyVersion version =
                studies.findNamed(versionId).orElseThrow(() -> new NotFound("study version", versionId, null));
        DefinitionReader reader = new DefinitionReader();
        StudyDefinition definition = reader.read(version.content());
        // two requests may both come first and compile twice; they then agree on one
        return compiled.computeIfAbsent(
                versionId, id -> new Compiled(definition, new StudyRules(definition), reader.remarks()));
    }
}
