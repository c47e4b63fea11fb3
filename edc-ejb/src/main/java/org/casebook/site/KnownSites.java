package org.casebook.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebook.kernel.Scope;

/** Repository of sites; every finder is bound to a scope. */
@ApplicationScoped
class KnownSites {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    /** The sites within the scope, by number. */
    List<Site> list(Scope scope) {
        String place = scope.wholeStudy() ? "" : " and s.number = :site";
        TypedQuery<Site> query = em.createQuery(
                        "select s from Site s where s.study = :study" + place + " order by s.number", Site.class)
                .setParameter("study", scope.study());
        return scope.wholeStudy()
                ? query.getResultList()
                : query.setParameter("site", scope.site()).getResultList();
    }

    Optional<Site> find(Scope place) {
        return place.wholeStudy() ? Optional.empty() : list(place).stream().findFirst();
    }

    /** Which version is in force from when, by number of the site; sites without any decision are left out. */
    Map<String, VersionPlan> plans(Scope scope) {
        String place = scope.wholeStudy() ? "" : " and d.site = :site";
        TypedQuery<VersionDecision> query = em.createQuery(
                        "select d from VersionDecision d where d.study = :study" + place + " order by d.id",
                        VersionDecision.class)
                .setParameter("study", scope.study());
        if (!scope.wholeStudy()) {
            query.setParameter("site", scope.site());
        }
        Map<String, VersionPlan> plans = new HashMap<>();
        query.getResultList()
                .forEach(decision -> plans.merge(
                        decision.site(),
                        VersionPlan.NONE.then(decision.step()),
                        (plan, next) -> plan.then(decision.step())));
        return plans;
    }

    void add(VersionDecision decision) {
        em.persist(decision);
        // ids tell which decision is the later one
        em.flush();
    }

    void add(Site site) {
        em.persist(site);
    }
}
