package org.casebook.acceptance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;

/** Repository of runs. */
@ApplicationScoped
class AcceptanceRuns {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    AcceptanceRun get(Scope scope, long id) {
        return Optional.ofNullable(em.find(AcceptanceRun.class, id))
                .filter(run -> run.view().study().equals(scope.study()))
                .orElseThrow(() -> new NotFound("acceptance run", id, scope));
    }

    /** The run that counts: the one by which the version was released, else the newest. */
    Optional<AcceptanceRun> latest(Scope scope, long versionId) {
        return em.createQuery(
                        "select r from AcceptanceRun r where r.study = :study and r.versionId = :version"
                                + " order by case when r.record is null then 1 else 0 end, r.id desc",
                        AcceptanceRun.class)
                .setParameter("study", scope.study())
                .setParameter("version", versionId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Keeps a run and gives it its id. */
    AcceptanceRun add(AcceptanceRun run) {
        em.persist(run);
        em.flush();
        return run;
    }
}
