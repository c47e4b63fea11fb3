package org.casebook.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;

/** Repository of participants; every finder is bound to a scope. */
@ApplicationScoped
class Subjects {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(Subject subject) {
        em.persist(subject);
        em.flush();
    }

    void flush() {
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

    List<Subject> all(Scope scope) {
        return filtered(scope, SubjectFilter.ALL, "s", " order by s.key", Subject.class)
                .getResultList();
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
        return ((Number) em.createNativeQuery(
                                "insert into edc.subject_counter (study, site, last) values (?1, ?2, 1)"
                                        + " on conflict (study, site) do update set last = edc.subject_counter.last + 1 returning last")
                        .setParameter(1, place.study())
                        .setParameter(2, place.site())
                        .getSingleResult())
                .intValue();
    }

    /**
     * The participant that this very request added before; empty when it is new, and then it is this transaction's: another
     * one with its key waits.
     *
     * @throws RequestKeyIsUsed when the key came for another site, or from another person
     */
    Optional<String> answered(AddRequest request, Instant at) {
        int begun = em.createNativeQuery("insert into edc.participant_request (study, request_key, person, site, at)"
                        + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                .setParameter(1, request.place().study())
                .setParameter(2, request.key())
                .setParameter(3, request.person())
                .setParameter(4, request.place().site())
                .setParameter(5, Timestamp.from(at))
                .executeUpdate();
        if (begun == 1) {
            return Optional.empty();
        }
        Object[] before = (Object[]) em.createNativeQuery("select subject_key, person, site"
                        + " from edc.participant_request where study = ?1 and request_key = ?2")
                .setParameter(1, request.place().study())
                .setParameter(2, request.key())
                .getSingleResult();
        if (!request.person().equals(before[1]) || !request.place().site().equals(before[2])) {
            throw new RequestKeyIsUsed(request);
        }
        return Optional.of((String) before[0]);
    }

    void remember(AddRequest request, String subject) {
        em.createNativeQuery(
                        "update edc.participant_request set subject_key = ?3 where study = ?1 and request_key = ?2")
                .setParameter(1, request.place().study())
                .setParameter(2, request.key())
                .setParameter(3, subject)
                .executeUpdate();
    }

    /** Numbers given from now on are above this one. */
    void countUpTo(Scope place, int number) {
        em.createNativeQuery("insert into edc.subject_counter (study, site, last) values (?1, ?2, ?3)"
                        + " on conflict (study, site) do update set last = greatest(edc.subject_counter.last, ?3)")
                .setParameter(1, place.study())
                .setParameter(2, place.site())
                .setParameter(3, number)
                .executeUpdate();
    }

    /** Whether nobody can be added to the study any more. */
    boolean enrolmentClosed(String study) {
        return !em.createNativeQuery("select 1 from edc.enrolment_closed where study = ?1")
                .setParameter(1, study)
                .getResultList()
                .isEmpty();
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
        String jpql = "select s from Subject s where " + within(scope) + " and s.key = :key";
        return bind(em.createQuery(jpql, Subject.class), scope).setParameter("key", key);
    }

    private <T> TypedQuery<T> filtered(Scope scope, SubjectFilter filter, String what, String tail, Class<T> type) {
        StringBuilder jpql = new StringBuilder("select " + what + " from Subject s where " + within(scope));
        if (filter.status() != null) {
            jpql.append(" and s.status = :status");
        }
        if (filter.text() != null) {
            jpql.append(" and (lower(s.key) like :text escape '\\'")
                    .append(" or lower(s.randomizationNumber) like :text escape '\\')");
        }
        TypedQuery<T> query = bind(em.createQuery(jpql.append(tail).toString(), type), scope);
        if (filter.status() != null) {
            query.setParameter("status", filter.status());
        }
        if (filter.text() != null) {
            query.setParameter("text", filter.pattern());
        }
        return query;
    }

    /** PostgreSQL cannot infer the type of a parameter that is only compared with null, so none is sent then. */
    private static String within(Scope scope) {
        return scope.wholeStudy() ? "s.study = :study" : "s.study = :study and s.site = :site";
    }

    private static <T> TypedQuery<T> bind(TypedQuery<T> query, Scope scope) {
        query.setParameter("study", scope.study());
        return scope.wholeStudy() ? query : query.setParameter("site", scope.site());
    }
}
