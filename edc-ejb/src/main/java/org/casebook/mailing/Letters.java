package org.casebook.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.casebook.kernel.Scope;

/** Repository of letters. */
@ApplicationScoped
class Letters {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(Letter letter) {
        em.persist(letter);
    }

    /** The letters of a study about one thing. */
    List<Letter> about(Scope study, String about) {
        return em.createQuery(
                        "select l from Letter l where l.study = :study and l.about = :about order by l.id",
                        Letter.class)
                .setParameter("study", study.study())
                .setParameter("about", about)
                .getResultList();
    }

    /** Ids of letters of all studies that are to be tried now, the oldest first: the postman knows no study. */
    List<Long> due(Instant now, int most) {
        return em.createQuery(
                        "select l.id from Letter l where l.sentAt is null and l.unanswered < 2 and l.nextTryAt <= :now"
                                + " order by l.id",
                        Long.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Held until the transaction ends. */
    Letter hold(long id) {
        return em.find(Letter.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
