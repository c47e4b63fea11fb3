package org.casebook.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
        return em.createQuery(
                        "select s from Site s where s.study = :study and (:site is null or s.number = :site)"
                                + " order by s.number",
                        Site.class)
                .setParameter("study", scope.study())
                .setParameter("site", scope.site())
                .getResultList();
    }

    Optional<Site> find(Scope place) {
        return place.wholeStudy() ? Optional.empty() : list(place).stream().findFirst();
    }
}
