package org.casebook.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.casebook.kernel.Scope;

/** The ticks, those that hold and those that were lost to a change. */
@ApplicationScoped
class Verifications {

    private static final String STANDING = "select v from Verification v where v.endedAt is null and v.study = :study";

    private static final String KNOWN = " and (v.endedAt is null or v.lost = true)";
    private static final String ORDER = " order by v.id";

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(Verification verification) {
        em.persist(verification);
    }

    /** The tick that holds. Asked while a form is being written, so it writes nothing yet. */
    Optional<Verification> find(Scope scope, long formId, String item) {
        return within(scope, " and v.endedAt is null and v.formId = :form and v.item = :item")
                .setParameter("form", formId)
                .setParameter("item", item)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst();
    }

    List<Verification> ofForm(Scope scope, long formId) {
        return within(scope, " and v.formId = :form" + KNOWN)
                .setParameter("form", formId)
                .getResultList();
    }

    List<Verification> ofSubject(Scope scope, String subject) {
        return within(scope, " and v.subject = :subject" + KNOWN)
                .setParameter("subject", subject)
                .getResultList();
    }

    List<Verification> list(Scope scope) {
        return within(scope, KNOWN).getResultList();
    }

    private TypedQuery<Verification> within(Scope scope, String more) {
        String site = scope.wholeStudy() ? "" : " and v.site = :site";
        TypedQuery<Verification> query = em.createQuery(
                        "select v from Verification v where v.study = :study" + site + more + ORDER, Verification.class)
                .setParameter("study", scope.study());
        return scope.wholeStudy() ? query : query.setParameter("site", scope.site());
    }
}
