package org.casebook.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebook.blinding.Blinding;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.veil.Veil;

/** The queries of a study, as far as whoever asks may see what they ask about. */
@ApplicationScoped
class Queries {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    @Inject
    private RequestClock clock;

    @Inject
    private Blinding blinding;

    Query get(Scope scope, long id) {
        return Optional.ofNullable(em.find(Query.class, id))
                .filter(query -> scope.covers(
                        query.place().scope().study(), query.place().scope().site()))
                .filter(query -> query.isSeenThrough(blinding.seenBy(scope)))
                .orElseThrow(() -> new NotFound("query", id, scope));
    }

    /** It has its number from here on. */
    void add(Query query) {
        em.persist(query);
    }

    /**
     * The query that this check has open at this place. Asked while a form is being written, so it writes nothing yet,
     * and counts what this transaction has opened or closed.
     */
    Optional<Query> findUnsettled(QueryPlace place, String check) {
        return em.createQuery(
                        "select q from Query q where q.study = :study and q.formId = :form and q.check = :check"
                                + " and q.item = :item and q.state <> :closed",
                        Query.class)
                .setParameter("study", place.scope().study())
                .setParameter("form", place.formId())
                .setParameter("check", check)
                .setParameter("item", place.item())
                .setParameter("closed", QueryState.CLOSED)
                .setFlushMode(FlushModeType.COMMIT)
                .setHint("eclipselink.cache-usage", "ConformResultsInUnitOfWork")
                .getResultStream()
                .findFirst();
    }

    List<Query> list(Scope scope, QueryFilter filter) {
        StringBuilder ql = new StringBuilder("select q from Query q where q.study = :study and q.state in :states");
        ql.append(scope.wholeStudy() ? "" : " and q.site = :site");
        ql.append(filter.subject() == null ? "" : " and q.subject = :subject");
        ql.append(filter.formId() == null ? "" : " and q.formId = :form");
        ql.append(filter.olderThan() == null ? "" : " and q.openedAt <= :before");
        TypedQuery<Query> query = em.createQuery(
                        ql.append(" order by q.openedAt, q.id").toString(), Query.class)
                // one select for all messages instead of one for each query
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "q.messages")
                .setParameter("study", scope.study())
                .setParameter("states", filter.states());
        if (!scope.wholeStudy()) {
            query.setParameter("site", scope.site());
        }
        if (filter.subject() != null) {
            query.setParameter("subject", filter.subject());
        }
        if (filter.formId() != null) {
            query.setParameter("form", filter.formId());
        }
        if (filter.olderThan() != null) {
            Instant before = clock.instant().minus(filter.olderThan());
            query.setParameter("before", before);
        }
        Veil veil = blinding.seenBy(scope);
        return query.getResultList().stream()
                .filter(found -> found.isSeenThrough(veil))
                .toList();
    }
}
