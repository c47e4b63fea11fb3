package org.casebook.unblinding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Repository of planned unblindings. A screening number is of one study for good, at whatever site the participant is. */
@ApplicationScoped
class PlannedUnblindings {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(PlannedUnblinding unblinding) {
        em.persist(unblinding);
        em.flush();
    }

    Optional<PlannedUnblinding> find(String study, String subject) {
        return list(study, List.of(subject)).stream().findFirst();
    }

    /** Of these participants. */
    List<PlannedUnblinding> list(String study, Collection<String> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select u from PlannedUnblinding u where u.study = :study and u.subject in :subjects",
                                PlannedUnblinding.class)
                        .setParameter("study", study)
                        .setParameter("subjects", subjects)
                        .getResultList();
    }

    /** Of everybody in the study. */
    List<PlannedUnblinding> list(String study) {
        return em.createQuery("select u from PlannedUnblinding u where u.study = :study", PlannedUnblinding.class)
                .setParameter("study", study)
                .getResultList();
    }
}
