package org.casebook.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.casebook.kernel.Scope;

/** Repository of the limits that studies set for themselves. */
@ApplicationScoped
class Limits {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(Limit limit) {
        em.persist(limit);
        em.flush();
    }

    /** All that were set of the study, the newest first. */
    List<Limit> list(Scope scope) {
        return em.createQuery(
                        "select l from Limit l where l.study = :study order by l.setAt desc, l.id desc", Limit.class)
                .setParameter("study", scope.study())
                .getResultList();
    }

    /** The one that holds for a rule; empty while the file's does. */
    static Optional<ResponseTable.Own> of(List<Limit> all, String response, ResponseRule rule) {
        return all.stream()
                .filter(limit -> limit.isOf(response, rule))
                .findFirst()
                .map(Limit::toView)
                .filter(own -> own.amount() != null);
    }
}
