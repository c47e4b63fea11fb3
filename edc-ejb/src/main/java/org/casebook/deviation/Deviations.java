package org.casebook.deviation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participant;

/** Repository of deviations; every finder is bound to a scope. */
@ApplicationScoped
class Deviations {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(Deviation deviation) {
        em.persist(deviation);
        em.flush();
    }

    /** Those of a scope, the latest day first. */
    List<Deviation> list(Scope scope) {
        return within(scope, " order by d.day desc, d.site, d.subject, d.id").getResultList();
    }

    Deviation get(Scope scope, long id) {
        return within(scope, " and d.id = :id")
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("deviation", id, scope));
    }

    /** What the system ever noticed of a participant. */
    List<Deviation> noticed(Participant participant) {
        return within(Scope.of(participant.study()), " and d.subject = :subject and d.kind is not null")
                .setParameter("subject", participant.key())
                .getResultList();
    }

    /**
     * The row of what was noticed, made if there is none: two who notice the same at once get one row, held by the first until
     * its transaction ends.
     */
    Deviation of(Participant participant, Finding.Key key, Instant at) {
        em.createNativeQuery("insert into edc.deviation"
                        + " (id, study, site, subject_key, kind, about, category, state, recorded_at, ended_at, revision)"
                        + " values (nextval('edc.deviation_seq'), ?1, ?2, ?3, ?4, ?5, ?6, 'TAKEN_BACK', ?7, ?7, 1)"
                        + " on conflict (study, subject_key, kind, about) where kind is not null do nothing")
                .setParameter(1, participant.study())
                .setParameter(2, participant.site())
                .setParameter(3, participant.key())
                .setParameter(4, key.kind().name())
                .setParameter(5, key.about())
                .setParameter(6, key.kind().category().name())
                .setParameter(7, Timestamp.from(at))
                .executeUpdate();
        return noticed(participant).stream()
                .filter(one -> one.key().filter(key::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private TypedQuery<Deviation> within(Scope scope, String rest) {
        String place = scope.wholeStudy() ? "" : " and d.site = :site";
        TypedQuery<Deviation> query = em.createQuery(
                        "select d from Deviation d where d.study = :study" + place + rest, Deviation.class)
                .setParameter("study", scope.study());
        return scope.wholeStudy() ? query : query.setParameter("site", scope.site());
    }
}
