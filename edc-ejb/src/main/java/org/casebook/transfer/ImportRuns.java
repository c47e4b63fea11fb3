package org.casebook.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;

/** Repository of import runs, and of what participants and rows of files are called here. */
@ApplicationScoped
class ImportRuns {

    private static final int MOST = 50;

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(ImportRun run) {
        em.persist(run);
        em.flush();
    }

    ImportRun get(Scope scope, long id) {
        return find(scope, id, LockModeType.NONE);
    }

    /** The run, held until the transaction ends: it is taken once. */
    ImportRun hold(Scope scope, long id) {
        return find(scope, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The runs, the newest first, without their findings. */
    List<ImportReport> list(Scope scope) {
        return em.createQuery("select r from ImportRun r where r.study = :study order by r.id desc", ImportRun.class)
                .setParameter("study", scope.study())
                .setMaxResults(MOST)
                .getResultStream()
                .filter(run -> scope.covers(run.scope().study(), run.scope().site()))
                .map(run -> run.report().withoutFindings())
                .toList();
    }

    /**
     * Writes what was done and forgets it: what is held grows no slower with each participant, and each query looks through
     * all that is held. Runs read before are to be read again.
     */
    void settle() {
        em.flush();
        em.clear();
    }

    private ImportRun find(Scope scope, long id, LockModeType lock) {
        String jpql = "select r from ImportRun r where r.study = :study and r.id = :id";
        return em.createQuery(jpql, ImportRun.class)
                .setParameter("study", scope.study())
                .setParameter("id", id)
                .setLockMode(lock)
                .getResultStream()
                .filter(run -> scope.covers(run.scope().study(), run.scope().site()))
                .findFirst()
                .orElseThrow(() -> new NotFound("import", id, scope));
    }

    /** One file at a time is taken into a study: what another one brings is seen when this one is compared. */
    void holdStudy(Scope scope) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, "clinical import into " + scope.study())
                .getResultList();
    }

    Optional<String> subjectOf(String study, String sourceKey) {
        return em.createNativeQuery("select subject_key from edc.imported_subject where study = ?1 and source_key = ?2")
                .setParameter(1, study)
                .setParameter(2, sourceKey)
                .getResultStream()
                .findFirst()
                .map(String.class::cast);
    }

    /** What an earlier file called the participant, where one brought it; the first name when there are several. */
    Optional<String> sourceOf(String study, String subject) {
        return em.createNativeQuery("select source_key from edc.imported_subject where study = ?1 and subject_key = ?2"
                        + " order by source_key")
                .setParameter(1, study)
                .setParameter(2, subject)
                .getResultStream()
                .findFirst()
                .map(String.class::cast);
    }

    void nameSubject(String study, String sourceKey, String subject) {
        em.createNativeQuery("insert into edc.imported_subject (study, source_key, subject_key) values (?1, ?2, ?3)"
                        + " on conflict do nothing")
                .setParameter(1, study)
                .setParameter(2, sourceKey)
                .setParameter(3, subject)
                .executeUpdate();
    }

    Map<Standing.SourceRow, Long> rowsOf(String study, String subject) {
        Map<Standing.SourceRow, Long> rows = new HashMap<>();
        List<?> found = em.createNativeQuery("select event_oid, form_oid, source_key, form_id from edc.imported_row"
                        + " where study = ?1 and subject_key = ?2")
                .setParameter(1, study)
                .setParameter(2, subject)
                .getResultList();
        for (Object row : found) {
            Object[] parts = (Object[]) row;
            rows.put(
                    new Standing.SourceRow(
                            ((String) parts[0]).isEmpty() ? null : (String) parts[0], (String) parts[1], (String)
                                    parts[2]),
                    ((Number) parts[3]).longValue());
        }
        return rows;
    }

    void nameRow(String study, String subject, Standing.SourceRow row, long formId) {
        em.createNativeQuery(
                        "insert into edc.imported_row (study, subject_key, event_oid, form_oid, source_key, form_id)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6)"
                                + " on conflict do nothing")
                .setParameter(1, study)
                .setParameter(2, subject)
                .setParameter(3, row.event() == null ? "" : row.event())
                .setParameter(4, row.form())
                .setParameter(5, row.key())
                .setParameter(6, formId)
                .executeUpdate();
    }
}
