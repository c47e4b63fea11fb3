package org.casebook.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participant;

/** Repository of duplicates; every finder is bound to a scope. A pair has one row, whichever of the two was noticed first. */
@ApplicationScoped
class Duplicates {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    /** Those of which one is at a site of the scope, the latest first. */
    List<Duplicate> list(Scope scope) {
        return within(scope, " order by d.noticedAt desc, d.id desc").getResultList();
    }

    /** Those of one participant, held until the transaction ends. */
    List<Duplicate> hold(Scope study, String subject) {
        return within(study, " and (d.subject = :subject or d.other = :subject) order by d.id")
                .setParameter("subject", subject)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    List<Duplicate> of(Scope scope, String subject) {
        return within(scope, " and (d.subject = :subject or d.other = :subject) order by d.id")
                .setParameter("subject", subject)
                .getResultList();
    }

    /** Held until the transaction ends. */
    Duplicate hold(Scope scope, long id) {
        return within(scope, " and d.id = :id")
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("possible duplicate", id, scope));
    }

    /** The row of two participants, made if there is none; the marks of the study are held. */
    void begin(Participant one, Participant two, Instant at) {
        em.createNativeQuery("insert into edc.duplicate"
                        + " (id, study, site, subject_key, other_site, other_key, state, noticed_at, revision)"
                        + " values (nextval('edc.duplicate_seq'), ?1, ?2, ?3, ?4, ?5, 'TAKEN_BACK', ?6, 1)"
                        + " on conflict (study, least(subject_key, other_key), greatest(subject_key, other_key))"
                        + " do nothing")
                .setParameter(1, one.study())
                .setParameter(2, one.site())
                .setParameter(3, one.key())
                .setParameter(4, two.site())
                .setParameter(5, two.key())
                .setParameter(6, Timestamp.from(at))
                .executeUpdate();
    }

    private TypedQuery<Duplicate> within(Scope scope, String rest) {
        String place = scope.wholeStudy() ? "" : " and (d.site = :site or d.otherSite = :site)";
        TypedQuery<Duplicate> query = em.createQuery(
                        "select d from Duplicate d where d.study = :study" + place + rest, Duplicate.class)
                .setParameter("study", scope.study());
        return scope.wholeStudy() ? query : query.setParameter("site", scope.site());
    }
}
