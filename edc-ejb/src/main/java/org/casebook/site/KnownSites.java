package org.casebook.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
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

    void add(Site site) {
        em.persist(site);
    }
}
