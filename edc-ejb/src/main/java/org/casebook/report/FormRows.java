package org.casebook.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.casebook.blinding.Blinding;
import org.casebook.kernel.Scope;

/** Forms with queries and signatures beside them, by plain SQL and bound to a scope; documents stay in the database. */
@ApplicationScoped
class FormRows {

    private static final String FORMS = """
            select f.id, f.site, f.subject_key, f.event_oid, f.form_oid, f.row_no, f.state, f.locked,
                   coalesce(q.open, 0), coalesce(q.answered, 0), s.holds
              from edc.case_form f
              left join (select form_id, count(*) filter (where state = 'OPEN') as open,
                                count(*) filter (where state = 'ANSWERED') as answered
                           from edc.query where study = ?1 and state <> 'CLOSED'%1$s
                            and (item_oid is null or form_oid || '/' || item_oid <> all (string_to_array(?4, ',')))
                          group by form_id) q on q.form_id = f.id
              left join (select form_id, bool_or(broken_at is null) as holds
                           from edc.signature where study = ?1%1$s group by form_id) s on s.form_id = f.id
             where f.study = ?1 and f.state <> 'VOID'
               and (f.event_oid is null or split_part(f.event_oid, '~', 1) <> all (string_to_array(?5, ',')))
            """;

    /** An item counts when it is shown and holds an entry, as source verification counts it. */
    private static final String UNVERIFIED = """
            select f.id, count(*)
              from edc.case_form f
             cross join lateral jsonb_each(f.document -> 'items') as i (oid, held)
              left join edc.verification v on v.form_id = f.id and v.item_oid = i.oid and v.ended_at is null
             where f.study = ?1 and f.state = 'COMPLETE' and v.id is null
               and (f.event_oid is null or split_part(f.event_oid, '~', 1) <> all (string_to_array(?5, ',')))
               and f.form_oid || '/' || i.oid = any (string_to_array(?2, ','))
               and not coalesce((i.held ->> 'h')::boolean, false)
               and (i.held ->> 't' is not null or i.held ->> 'v' is not null or i.held ->> 'b' is not null)
            """;

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    @Inject
    private Blinding blinding;

    /**
     * Forms of the place in the order in which they were started, by participant.
     *
     * @param subjects only those of these participants; null: of all
     */
    List<FormRow> list(Scope scope, Collection<String> subjects) {
        String some = subjects == null ? "" : " and subject_key = any (string_to_array(?3, ','))";
        StringBuilder sql = new StringBuilder(FORMS.formatted(some)).append(some);
        if (!scope.wholeStudy()) {
            sql.append(" and f.site = ?2");
        }
        Query query = em.createNativeQuery(
                        sql.append(" order by f.subject_key, f.id").toString())
                .setParameter(1, scope.study())
                .setParameter(4, String.join(",", blinding.seenBy(scope).items()))
                .setParameter(5, String.join(",", blinding.seenBy(scope).events()));
        if (!scope.wholeStudy()) {
            query.setParameter(2, scope.site());
        }
        if (subjects != null) {
            query.setParameter(3, String.join(",", subjects));
        }
        return rows(query).stream().map(FormRows::form).toList();
    }

    /**
     * How many items of each complete form wait for source verification.
     *
     * @param required the items that the study wants verified, as {@code FORM/ITEM}
     * @param subjects only those of these participants; null: of all
     * @return by form id; forms that wait for nothing are absent
     */
    Map<Long, Integer> unverified(Scope scope, Collection<String> required, Collection<String> subjects) {
        Set<String> seen = new TreeSet<>(required);
        seen.removeAll(blinding.seenBy(scope).items());
        String place = scope.wholeStudy() ? "" : " and f.site = ?3";
        String some = subjects == null ? "" : " and f.subject_key = any (string_to_array(?4, ','))";
        Query query = em.createNativeQuery(UNVERIFIED + place + some + " group by f.id")
                .setParameter(1, scope.study())
                .setParameter(2, String.join(",", seen))
                .setParameter(5, String.join(",", blinding.seenBy(scope).events()));
        if (!scope.wholeStudy()) {
            query.setParameter(3, scope.site());
        }
        if (subjects != null) {
            query.setParameter(4, String.join(",", subjects));
        }
        Map<Long, Integer> waiting = new HashMap<>();
        rows(query).forEach(row -> waiting.put(((Number) row[0]).longValue(), ((Number) row[1]).intValue()));
        return waiting;
    }

    private static FormRow form(Object[] row) {
        return new FormRow(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                row[5] == null ? null : ((Number) row[5]).intValue(),
                (String) row[6],
                (Boolean) row[7],
                ((Number) row[8]).intValue(),
                ((Number) row[9]).intValue(),
                (Boolean) row[10]);
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
