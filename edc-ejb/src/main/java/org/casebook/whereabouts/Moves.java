package org.casebook.whereabouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.casebook.kernel.Scope;

/** Repository of transfers; every finder is bound to a scope. */
@ApplicationScoped
class Moves {

    /** Whether the participant is at that site now. */
    private static final String THERE =
            "exists (select s from Subject s where s.study = m.study and s.key = m.subject and s.site = m.%s)";

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(Move move) {
        em.persist(move);
        em.flush();
    }

    /** Of one participant, who is within the scope now, the first one first. */
    List<Move> of(Scope scope, String subject) {
        return within(scope, "m.subject = :subject and " + here(scope))
                .setParameter("subject", subject)
                .getResultList();
    }

    /** Those by which participants came who are within the scope now. */
    List<Move> arrivals(Scope scope) {
        return within(scope, THERE.formatted("reached") + (scope.wholeStudy() ? "" : " and m.reached = :site"))
                .getResultList();
    }

    /** Those by which participants left sites of the scope where they are not now. */
    List<Move> departures(Scope scope) {
        return within(scope, "not " + THERE.formatted("left") + (scope.wholeStudy() ? "" : " and m.left = :site"))
                .getResultList();
    }

    /** All of a study, the first one first. */
    List<Move> list(Scope study) {
        return within(study, "m.id is not null").getResultList();
    }

    private static String here(Scope scope) {
        return scope.wholeStudy()
                ? "m.study = :study"
                : "exists (select s from Subject s where s.study = m.study and s.key = m.subject and s.site = :site)";
    }

    private TypedQuery<Move> within(Scope scope, String rest) {
        TypedQuery<Move> query = em.createQuery(
                        "select m from Move m where m.study = :study and " + rest + " order by m.id", Move.class)
                .setParameter("study", scope.study());
        return scope.wholeStudy() ? query : query.setParameter("site", scope.site());
    }
}
