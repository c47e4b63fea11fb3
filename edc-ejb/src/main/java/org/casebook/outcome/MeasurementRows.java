package org.casebook.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.casebook.blinding.Blinding;
import org.casebook.kernel.Scope;
import org.casebook.veil.Veil;

/** Values of items by plain SQL, bound to a scope and to what whoever asks may see; documents stay in the database. */
@ApplicationScoped
class MeasurementRows {

    /**
     * As the clean export has them: shown, understood, and asked after all other answers. Nobody's who withdrew the use of the
     * data.
     */
    private static final String VALUES = """
            select f.subject_key, f.event_oid, i.oid, i.held ->> 'v'
              from edc.case_form f
             cross join lateral jsonb_each(f.document -> 'items') as i (oid, held)
             where f.study = ?1 and f.state not in ('VOID', 'NOT_DONE')
               and f.event_oid is not null and f.row_no is null
               and i.oid = any (string_to_array(?2, ','))
               and i.held ->> 'v' is not null
               and not coalesce((i.held ->> 'h')::boolean, false)
               and coalesce((i.held ->> 'ok')::boolean, true)
               and not coalesce(i.held -> 'c', '[]') @> '["SUPERFLUOUS"]'
               and f.form_oid || '/' || i.oid <> all (string_to_array(?3, ','))
               and split_part(f.event_oid, '~', 1) <> all (string_to_array(?4, ','))
               and not exists (select 1 from edc.subject s
                                where s.study = f.study and s.subject_key = f.subject_key and s.withdrawn_from = 'DATA')
            """;

    private static final String FORMS = """
            select f.subject_key, f.event_oid, f.form_oid, f.state, f.created_at, v.visit_date
              from edc.case_form f
              left join edc.visit v
                on v.study = f.study and v.subject_key = f.subject_key and v.event_oid = f.event_oid
             where f.study = ?1 and f.state <> 'VOID' and f.event_oid is not null and f.row_no is null
               and split_part(f.event_oid, '~', 1) <> all (string_to_array(?4, ','))
            """;

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    @Inject
    private Blinding blinding;

    /** One form at a visit: when it was begun, and when the visit was; the date is null when none is recorded. */
    record Begun(String subject, String event, String form, boolean closed, Instant begun, LocalDate visit) {}

    Measurements of(Scope scope, Collection<String> items) {
        Veil veil = blinding.seenBy(scope);
        Query query = at(scope, VALUES, veil)
                .setParameter(2, String.join(",", items))
                .setParameter(3, String.join(",", veil.items()));
        Measurements found = new Measurements();
        rows(query).forEach(row -> found.add((String) row[0], (String) row[1], (String) row[2], (String) row[3]));
        return found;
    }

    List<Begun> forms(Scope scope) {
        return rows(at(scope, FORMS, blinding.seenBy(scope))).stream()
                .map(row -> new Begun(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        !"STARTED".equals(row[3]),
                        instant(row[4]),
                        row[5] == null ? null : ((Date) row[5]).toLocalDate()))
                .toList();
    }

    private static Instant instant(Object stamp) {
        return stamp instanceof Instant instant ? instant : ((java.sql.Timestamp) stamp).toInstant();
    }

    private Query at(Scope scope, String sql, Veil veil) {
        String place = scope.wholeStudy() ? "" : " and f.site = ?5";
        Query query = em.createNativeQuery(sql + place)
                .setParameter(1, scope.study())
                .setParameter(4, String.join(",", veil.events()));
        return scope.wholeStudy() ? query : query.setParameter(5, scope.site());
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
