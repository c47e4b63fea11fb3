package org.casebook.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.casebook.kernel.Scope;

/** Repository of visits and of what windows count from; every finder is bound to a scope. */
@ApplicationScoped
class RecordedVisits {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(Visit visit) {
        em.persist(visit);
        em.flush();
    }

    /** Whoever is about to record a visit of this participant comes one after the other; to be held before anything else. */
    void claim(Scope place, String subject) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, "visit of " + subject + " in " + place.study())
                .getResultList();
    }

    void add(VisitAnchor anchor) {
        em.persist(anchor);
        em.flush();
    }

    List<Visit> list(Scope scope) {
        return within("Visit", scope, "", Visit.class).getResultList();
    }

    List<Visit> list(Scope scope, String subject) {
        return within("Visit", scope, " and v.subject = :subject", Visit.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    List<Visit> list(Scope scope, Collection<String> subjects) {
        return within("Visit", scope, " and v.subject in :subjects", Visit.class)
                .setParameter("subjects", subjects)
                .getResultList();
    }

    Optional<Visit> find(Scope scope, String subject, String event) {
        return within("Visit", scope, " and v.subject = :subject and v.event = :event", Visit.class)
                .setParameter("subject", subject)
                .setParameter("event", event)
                .getResultStream()
                .findFirst();
    }

    List<VisitAnchor> anchors(Scope scope) {
        return within("VisitAnchor", scope, "", VisitAnchor.class).getResultList();
    }

    List<VisitAnchor> anchors(Scope scope, String subject) {
        return within("VisitAnchor", scope, " and v.subject = :subject", VisitAnchor.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    List<VisitAnchor> anchors(Scope scope, Collection<String> subjects) {
        return within("VisitAnchor", scope, " and v.subject in :subjects", VisitAnchor.class)
                .setParameter("subjects", subjects)
                .getResultList();
    }

    private <T> TypedQuery<T> within(String entity, Scope scope, String rest, Class<T> type) {
        String place = scope.wholeStudy() ? "" : " and v.site = :site";
        TypedQuery<T> query = em.createQuery(
                        "select v from " + entity + " v where v.study = :study" + place + rest, type)
                .setParameter("study", scope.study());
        return scope.wholeStudy() ? query : query.setParameter("site", scope.site());
    }
}
