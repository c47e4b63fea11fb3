package org.casebook.crossing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;

/** Repository of records about the way to later periods. */
@ApplicationScoped
class CrossingSteps {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(CrossingStep step) {
        em.persist(step);
        em.flush();
    }

    /** Of these participants, oldest first. */
    List<CrossingStep> list(String study, Collection<String> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select c from CrossingStep c where c.study = :study and c.subject in :subjects order by c.id",
                                CrossingStep.class)
                        .setParameter("study", study)
                        .setParameter("subjects", subjects)
                        .getResultList();
    }
}
