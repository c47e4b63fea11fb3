package org.casebook.blinding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Repository of the studies that were unblinded. */
@ApplicationScoped
class StudyUnblindings {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(StudyUnblinding unblinding) {
        em.persist(unblinding);
        em.flush();
    }

    Optional<StudyUnblindedView> find(String study) {
        return Optional.ofNullable(em.find(StudyUnblinding.class, study)).map(StudyUnblinding::toView);
    }
}
