package org.casebook.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.casebook.kernel.Scope;

/** Repository of consent texts and of consents given; every finder is bound to a scope. */
@ApplicationScoped
class Consents {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(ConsentText text) {
        em.persist(text);
        em.flush();
    }

    void add(GivenConsent given) {
        em.persist(given);
        em.flush();
    }

    /** By site and first day. */
    List<TextInForce> texts(Scope scope) {
        return within("ConsentText", scope, " order by c.site, c.begins", ConsentText.class).getResultList().stream()
                .map(ConsentText::toView)
                .toList();
    }

    List<GivenConsent> given(Scope scope) {
        return within("GivenConsent", scope, " order by c.day, c.id", GivenConsent.class)
                .getResultList();
    }

    List<GivenConsent> given(Scope scope, String subject) {
        return within("GivenConsent", scope, " and c.subject = :subject order by c.day, c.id", GivenConsent.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    private <T> TypedQuery<T> within(String entity, Scope scope, String rest, Class<T> type) {
        String place = scope.wholeStudy() ? "" : " and c.site = :site";
        TypedQuery<T> query = em.createQuery(
                        "select c from " + entity + " c where c.study = :study" + place + rest, type)
                .setParameter("study", scope.study());
        return scope.wholeStudy() ? query : query.setParameter("site", scope.site());
    }
}
