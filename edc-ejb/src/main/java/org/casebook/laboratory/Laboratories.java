package org.casebook.laboratory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;

/** Repository of laboratories and their ranges. */
@ApplicationScoped
class Laboratories {

    private static final Comparator<RangeView> IN_ORDER = Comparator.comparing(RangeView::analyte)
            .thenComparing(RangeView::laboratory)
            .thenComparing(range -> range.sex() == null ? "" : range.sex())
            .thenComparing(range -> range.ages().fromMonths())
            .thenComparing(RangeView::from);

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    /** The laboratories that serve the scope's site, or all of the study, by code. */
    List<Laboratory> list(Scope scope) {
        return em.createQuery("select l from Laboratory l where l.study = :study order by l.code", Laboratory.class)
                .setParameter("study", scope.study())
                .getResultStream()
                .filter(found -> found.serves(scope.site()))
                .toList();
    }

    void add(Laboratory laboratory) {
        em.persist(laboratory);
        em.flush();
    }

    /** The laboratory with this code, held until the transaction ends: its ranges are set one after the other. */
    Optional<Laboratory> hold(Scope scope, String code) {
        Optional<Laboratory> found =
                list(scope).stream().filter(one -> one.is(code)).findFirst();
        found.ifPresent(one -> em.lock(one, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** The ranges of the laboratories that serve the scope's site, or all of the study. */
    List<RangeView> ranges(Scope scope) {
        return entities(scope).stream()
                .map(LaboratoryRange::toView)
                .sorted(IN_ORDER)
                .toList();
    }

    LaboratoryRange range(Scope scope, long id) {
        return entities(scope).stream()
                .filter(range -> range.toView().id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("range", id, scope));
    }

    void add(LaboratoryRange range) {
        em.persist(range);
    }

    /** Hands everything to the database, whose constraint sees what it is told. */
    void settle() {
        em.flush();
    }

    private List<LaboratoryRange> entities(Scope scope) {
        return em.createQuery("select r from LaboratoryRange r where r.study = :study", LaboratoryRange.class)
                .setParameter("study", scope.study())
                .getResultStream()
                .filter(found -> found.isOf(scope.site()))
                .toList();
    }
}
