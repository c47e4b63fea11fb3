package org.casebook.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Repository of what waits for a password, and of the last password used by each person. Taking and using are
 * committed at once: a refusal that follows does not give them back.
 */
@ApplicationScoped
class PasswordsAsked {

    private static final Duration KEPT = Duration.ofHours(1);

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    @Transactional(TxType.REQUIRES_NEW)
    public void remember(PasswordAsked request) {
        em.createQuery("delete from PasswordAsked p where p.askedAt < :before")
                .setParameter("before", Clock.systemUTC().instant().minus(KEPT))
                .executeUpdate();
        em.persist(request);
    }

    /** Takes the request away, so that a way back is gone once. Somebody else's is left alone. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<PasswordAsked> take(String state, String person) {
        if (state == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(em.find(PasswordAsked.class, state, LockModeType.PESSIMISTIC_WRITE))
                .filter(request -> request.askedOf(person))
                .map(request -> {
                    em.remove(request);
                    return request;
                });
    }

    /** Null when none was used yet. */
    Instant lastUsed(String person) {
        List<?> found = em.createNativeQuery("select authenticated_at from edc.step_up_used where person = ?1")
                .setParameter(1, person)
                .getResultList();
        return found.isEmpty() ? null : ((java.sql.Timestamp) found.get(0)).toInstant();
    }

    /**
     * Spends a password.
     *
     * @return false when this or a later one was spent before, also by a request at the same time
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean use(String person, Instant authenticatedAt) {
        return em.createNativeQuery("insert into edc.step_up_used as used (person, authenticated_at) values (?1, ?2)"
                                + " on conflict (person) do update set authenticated_at = excluded.authenticated_at"
                                + " where used.authenticated_at < excluded.authenticated_at")
                        .setParameter(1, person)
                        .setParameter(2, java.sql.Timestamp.from(authenticatedAt))
                        .executeUpdate()
                == 1;
    }
}
