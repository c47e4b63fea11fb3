package org.casebook.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;

/** Repository of participants; every finder is bound to a scope. */
@ApplicationScoped
class Subjects {

    private static final String WITHIN = "s.study = :study and (:site is null or s.site = :site)";

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(Subject subject) {
        em.persist(subject);
        em.flush();
    }

    Subject get(Scope scope, String key) {
        return find(scope, key).orElseThrow(() -> new NotFound("participant", key, scope));
    }

    Optional<Subject> find(Scope scope, String key) {
        return byKey(scope, key).getResultStream().findFirst();
    }

    /** The participant, held against every other writer until the transaction ends. */
    Subject hold(Scope scope, String key) {
        Subject subject = byKey(scope, key)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("participant", key, scope));
        em.refresh(subject);
        return subject;
    }

    List<Subject> list(Scope scope, SubjectFilter filter) {
        return filtered(scope, filter, "s", " order by s.key", Subject.class)
                .setFirstResult(filter.first())
                .setMaxResults(filter.size())
                .getResultList();
    }

    long count(Scope scope, SubjectFilter filter) {
        return filtered(scope, filter, "count(s)", "", Long.class).getSingleResult();
    }

    /**
     * The next screening number of a site, counted without gaps: the counter's row stays locked until the transaction
     * ends, and a refusal takes the number back.
     */
    int nextNumber(Scope place) {
        return ((Number) em.createNativeQuery("insert into edc.subject_counter (study, site, last) values (?1, ?2, 1)"
                        + " on conflict (study, site) do update set last = edc.subject_counter.last + 1 returning last")
                        .setParameter(1, place.study())
                        .setParameter(2, place.site())
                        .getSingleResult())
                .intValue();
    }

    /** Why nobody can be added to the study any more; empty while enrolment is open. */
    Optional<String> enrolmentClosed(String study) {
        return em.createNativeQuery("select reason from edc.enrolment_closed where study = ?1")
                .setParameter(1, study)
                .getResultStream()
                .findFirst()
                .map(String.class::cast);
    }

    void closeEnrolment(String study, String reason) {
        em.createNativeQuery("insert into edc.enrolment_closed (study, reason) values (?1, ?2) on conflict do nothing")
                .setParameter(1, study)
                .setParameter(2, reason)
                .executeUpdate();
    }

    void reopenEnrolment(String study) {
        em.createNativeQuery("delete from edc.enrolment_closed where study = ?1")
                .setParameter(1, study)
                .executeUpdate();
    }

    private TypedQuery<Subject> byKey(Scope scope, String key) {
        return bind(em.createQuery("select s from Subject s where " + WITHIN + " and s.key = :key", Subject.class), scope)
                .setParameter("key", key);
    }

    private <T> TypedQuery<T> filtered(Scope scope, SubjectFilter filter, String what, String tail, Class<T> type) {
        String jpql = "select " + what + " from Subject s where " + WITHIN
                + (filter.status() == null ? "" : " and s.status = :status")
                + (filter.text() == null
                        ? ""
                        : " and (lower(s.key) like :text escape '\\' or lower(s.randomizationNumber) like :text escape '\\')")
                + tail;
        TypedQuery<T> query = bind(em.createQuery(jpql, type), scope);
        if (filter.status() != null) {
            query.setParameter("status", filter.status());
        }
        if (filter.text() != null) {
            query.setParameter("text", filter.pattern());
        }
        return query;
    }

    private static <T> TypedQuery<T> bind(TypedQuery<T> query, Scope scope) {
        return query.setParameter("study", scope.study()).setParameter("site", scope.site());
    }
}
