package org.casebook.signature;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.casebook.kernel.Scope;

/** The studies that are locked. */
@ApplicationScoped
class StudyLocks {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    Optional<StudyLock> find(Scope scope) {
        return Optional.ofNullable(em.find(StudyLock.class, scope.study()));
    }

    /** As {@link #find}; nobody removes it until the transaction ends. */
    Optional<StudyLock> hold(Scope scope) {
        return Optional.ofNullable(em.find(StudyLock.class, scope.study(), LockModeType.PESSIMISTIC_WRITE));
    }

    void add(StudyLock lock) {
        em.persist(lock);
    }

    void remove(StudyLock lock) {
        em.remove(lock);
    }
}
