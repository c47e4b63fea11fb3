package org.casebook.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.casebook.kernel.Scope;

/** Repository of steps; every finder is bound to a scope. */
@ApplicationScoped
class StandingSteps {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(StandingStep step) {
        em.persist(step);
        em.flush();
    }

    /** The steps of one participant, the first one first. */
    List<StandingStep> list(Scope scope, String subject) {
        return within(scope, " and s.subject = :subject order by s.at, s.id")
                .setParameter("subject", subject)
                .getResultList();
    }

    /** The steps of all participants, the first one first. */
    List<StandingStep> list(Scope scope) {
        return within(scope, " order by s.at, s.id").getResultList();
    }

    private TypedQuery<StandingStep> within(Scope scope, String rest) {
        String place = scope.wholeStudy() ? "" : " and s.site = :site";
        TypedQuery<StandingStep> query = em.createQuery(
                        "select s from StandingStep s where s.study = :study" + place + rest, StandingStep.class)
                .setParameter("study", scope.study());
        return scope.wholeStudy() ? query : query.setParameter("site", scope.site());
    }
}
