package org.casebook.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.kernel.Scope;

/** Repository of the trail: append and read, nothing else. */
@ApplicationScoped
class AuditEntries {

    /** A participant's site reads what was done about him where he was before, too. */
    private static final String SITE_OR_ARRIVED = "(e.site = :site or e.subject in :arrived)";

    private static final String ITEM_SEEN = " and (e.item is null or concat(e.form, '/', e.item) not in :items)";

    private static final String EVENT_SEEN =
            " and (e.event is null or function('split_part', e.event, '~', 1) not in :events)";

    /**
     * What aimed at an event of one arm, or may have, names no event where its address or sentence alone tells it; and who looks
     * at a treatment again that was made known by plan is preparing the one of a later period.
     */
    private static final String TRY_SEEN =
            " and (e.action not in ('change-refused', 'signing-refused') or e.event is not null)"
                    + " and (e.action <> 'allocation-read' or not exists (select u.id from AuditEntry u where u.study = e.study"
                    + " and u.subject = e.subject and u.action = 'subject-unblinded' and u.id < e.id))";

    /** A check stands in the value after, where it was cleared in the one before. */
    private static final String CHECK_SEEN = " and (e.item is null or"
            + " concat(e.form, '/', e.item, '/', coalesce(e.newValue, e.oldValue, '')) not in :checks)";

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    @Inject
    private Unseen unseen;

    @Inject
    private Arrivals arrivals;

    void append(AuditEntry entry) {
        em.persist(entry);
    }

    List<AuditEntry> ofItem(Scope scope, long formId, String item) {
        Map<String, Object> wanted = within(scope);
        wanted.put("formId", formId);
        wanted.put("item", item);
        return query("e", scope, wanted, " order by e.id", AuditEntry.class).getResultList();
    }

    List<AuditEntry> page(Scope scope, TrailFilter filter) {
        return query("e", scope, wanted(scope, filter), " order by e.id desc", AuditEntry.class)
                .setFirstResult(filter.first())
                .setMaxResults(filter.size())
                .getResultList();
    }

    /** Every entry about a participant that was made at this very site. */
    List<AuditEntry> ofSubject(Scope place, String subject) {
        Map<String, Object> wanted = within(place);
        wanted.put("subject", subject);
        return query("e", place, wanted, " order by e.id", AuditEntry.class).getResultList();
    }

    List<AuditEntry> ofAction(Scope scope, String action) {
        Map<String, Object> wanted = within(scope);
        wanted.put("action", action);
        return query("e", scope, wanted, " order by e.id", AuditEntry.class).getResultList();
    }

    long count(Scope scope, TrailFilter filter) {
        return query("count(e)", scope, wanted(scope, filter), "", Long.class).getSingleResult();
    }

    /** Which transactions can be seen now. */
    String seenNow() {
        return (String) em.createNativeQuery("select cast(pg_current_snapshot() as text)")
                .getSingleResult();
    }

    /**
     * The participants, at most so many, of whom the study has entries of transactions that could not be seen in this
     * snapshot; null among them stands for entries of no participant.
     */
    @SuppressWarnings("unchecked")
    List<String> subjectsUnseenIn(String study, String snapshot, int most) {
        return em.createNativeQuery("""
                        select distinct subject_key from edc.audit_entry
                         where study = ?1 and xid >= pg_snapshot_xmin(cast(?2 as pg_snapshot))
                           and not pg_visible_in_snapshot(xid, cast(?2 as pg_snapshot))
                         limit ?3
                        """)
                .setParameter(1, study)
                .setParameter(2, snapshot)
                .setParameter(3, most)
                .getResultList();
    }

    private static Map<String, Object> wanted(Scope scope, TrailFilter filter) {
        Map<String, Object> wanted = within(scope);
        wanted.put("subject", filter.subject());
        wanted.put("username", filter.username());
        wanted.put("action", filter.action());
        return wanted;
    }

    private static Map<String, Object> within(Scope scope) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("study", scope.study());
        wanted.put("site", scope.site());
        return wanted;
    }

    /**
     * A null means any: it is left out, since PostgreSQL cannot tell the type of an untyped null. What whoever asks must not
     * see is left out of what is found and of what is counted.
     */
    private <T> TypedQuery<T> query(String what, Scope scope, Map<String, Object> wanted, String tail, Class<T> type) {
        wanted.values().removeIf(Objects::isNull);
        Set<String> arrived = scope.wholeStudy() ? Set.of() : arrivals.subjects(scope);
        String where = wanted.keySet().stream()
                .map(field ->
                        field.equals("site") && !arrived.isEmpty() ? SITE_OR_ARRIVED : "e." + field + " = :" + field)
                .collect(Collectors.joining(" and "));
        Set<String> items = unseen.items(scope);
        Set<String> checks = unseen.checks(scope);
        Set<String> events = unseen.events(scope);
        String seen = (events.isEmpty() ? "" : EVENT_SEEN + TRY_SEEN)
                + (items.isEmpty() ? "" : ITEM_SEEN)
                + (checks.isEmpty() ? "" : CHECK_SEEN);
        TypedQuery<T> query =
                em.createQuery("select " + what + " from AuditEntry e where " + where + seen + tail, type);
        wanted.forEach(query::setParameter);
        if (!events.isEmpty()) {
            query.setParameter("events", events);
        }
        if (!arrived.isEmpty()) {
            query.setParameter("arrived", arrived);
        }
        if (!items.isEmpty()) {
            query.setParameter("items", items);
        }
        if (!checks.isEmpty()) {
            query.setParameter("checks", checks);
        }
        return query;
    }
}
