package org.casebook.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;

/** Repository of delegations; every finder is bound to a scope. */
@ApplicationScoped
class Delegations {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(Delegation delegation) {
        em.persist(delegation);
        em.flush();
    }

    /** By site, first day first. */
    List<DelegationView> list(Scope scope) {
        return within(scope, " order by d.site, d.begins, d.id").getResultList().stream()
                .map(Delegation::view)
                .toList();
    }

    Delegation get(Scope scope, long id) {
        return within(scope, " and d.id = :id")
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("delegation", id, scope));
    }

    private TypedQuery<Delegation> within(Scope scope, String rest) {
        String place = scope.wholeStudy() ? "" : " and d.site = :site";
        TypedQuery<Delegation> query = em.createQuery(
                        "select d from Delegation d where d.study = :study" + place + rest, Delegation.class)
                .setParameter("study", scope.study());
        return scope.wholeStudy() ? query : query.setParameter("site", scope.site());
    }
}
