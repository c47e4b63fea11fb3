package org.casebook.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.casebook.kernel.Scope;

/** Repository of studies and their versions. */
@ApplicationScoped
class Studies {

    private static final String VIEW = "select new org.casebook.study.VersionView("
            + "v.id, v.study, v.oid, v.name, v.status, v.sha256, v.loadedAt, v.releasedAt) from StudyVersion v ";

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    /** All studies by OID, for choosing among them; what is in them stays behind their own doors. */
    List<Study> list() {
        return em.createQuery("select s from Study s order by s.oid", Study.class)
                .getResultList();
    }

    Optional<Study> find(Scope scope) {
        return Optional.ofNullable(em.find(Study.class, scope.study()));
    }

    /** The versions of the study, newest first, without their files. */
    List<VersionView> versions(Scope scope) {
        return em.createQuery(VIEW + "where v.study = :study order by v.id desc", VersionView.class)
                .setParameter("study", scope.study())
                .getResultList();
    }

    /** Ids of the released versions, oldest first. */
    List<Long> released(String study) {
        return em.createQuery(
                        "select v.id from StudyVersion v where v.study = :study and v.status = :released order by v.id",
                        Long.class)
                .setParameter("study", study)
                .setParameter("released", StudyVersion.Status.RELEASED)
                .getResultList();
    }

    /** The versions of these studies, newest first, without their files. */
    List<VersionView> versions(List<Study> of) {
        if (of.isEmpty()) {
            return List.of();
        }
        return em.createQuery(VIEW + "where v.study in :studies order by v.id desc", VersionView.class)
                .setParameter("studies", of.stream().map(Study::oid).toList())
                .getResultList();
    }

    Optional<StudyVersion> findVersion(Scope scope, long id) {
        return Optional.ofNullable(em.find(StudyVersion.class, id))
                .filter(version -> version.study().equals(scope.study()));
    }

    /**
     * A version as it stands, and no other version of its study is released until the transaction ends: two that are released
     * at once would each be held against released versions without the other.
     */
    Optional<StudyVersion> holdVersion(Scope scope, long id) {
        em.find(Study.class, scope.study(), LockModeType.PESSIMISTIC_WRITE);
        Optional<StudyVersion> version = findVersion(scope, id);
        version.ifPresent(em::refresh);
        return version;
    }

    /**
     * A version that a row names which was itself read within its scope; the only finder without one.
     *
     * @param id database id
     */
    Optional<StudyVersion> findNamed(long id) {
        return Optional.ofNullable(em.find(StudyVersion.class, id));
    }

    void add(Study study) {
        em.persist(study);
    }

    /** Keeps a version and gives it its id. */
    StudyVersion add(StudyVersion version) {
        em.persist(version);
        em.flush();
        return version;
    }
}
