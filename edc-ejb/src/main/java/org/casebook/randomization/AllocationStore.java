package org.casebook.randomization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.kernel.Scope;

/** The allocation schema, by its functions: the application has no right to its tables. */
@ApplicationScoped
class AllocationStore {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    /** Stores a list; its slots are in order. */
    void keep(Scope stratum, PreparedList list, List<Slot> slots) {
        query(
                        "select allocation.keep(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                        list.id().toString(),
                        stratum.study(),
                        siteOf(stratum),
                        list.sha256(),
                        list.preparedAt().toString(),
                        list.preparedBy(),
                        slots.stream().map(Slot::number).collect(Collectors.joining(",")),
                        slots.stream().map(Slot::sealed).collect(Collectors.joining(",")))
                .getResultList();
    }

    /** Gives the next free slot of the stratum to the participant, or the one it already has; empty when none is left. */
    Optional<Slot> take(Scope stratum, String subject, Instant at) {
        return slots(query(
                        "select list_id, slot, number, sealed from allocation.take(?1, ?2, ?3, ?4)",
                        stratum.study(),
                        siteOf(stratum),
                        subject,
                        at.toString()))
                .findFirst();
    }

    /** The slot that a participant has. */
    Optional<Slot> find(Scope scope, String subject) {
        return slots(query("select list_id, slot, number, sealed from allocation.find(?1, ?2)", scope.study(), subject))
                .findFirst();
    }

    /** Lists of a stratum, or all of the study, oldest first. */
    List<PreparedList> lists(Scope scope) {
        return rows(query(
                        "select id, site, slots, used, sha256, prepared_at, prepared_by, intact"
                                + " from allocation.lists(?1, ?2)",
                        scope.study(),
                        siteOf(scope)))
                .map(row -> new PreparedList(
                        UUID.fromString(row[0].toString()),
                        (String) row[1],
                        ((Number) row[2]).intValue(),
                        ((Number) row[3]).intValue(),
                        (String) row[4],
                        Instant.parse((String) row[5]),
                        (String) row[6],
                        (Boolean) row[7]))
                .toList();
    }

    int free(Scope stratum) {
        return ((Number) query("select allocation.free(?1, ?2)", stratum.study(), siteOf(stratum))
                        .getSingleResult())
                .intValue();
    }

    /** Every number of the study, given or not. */
    Set<String> numbers(String study) {
        Set<String> numbers = new HashSet<>();
        for (Object number : query("select allocation.numbers(?1)", study).getResultList()) {
            numbers.add((String) number);
        }
        return numbers;
    }

    private Stream<Slot> slots(Query query) {
        return rows(query)
                .map(row -> new Slot(
                        UUID.fromString(row[0].toString()), ((Number) row[1]).intValue(), (String) row[2], (String)
                                row[3]));
    }

    private Query query(String sql, String... parameters) {
        Query query = em.createNativeQuery(sql);
        for (int index = 0; index < parameters.length; index++) {
            query.setParameter(index + 1, parameters[index]);
        }
        return query;
    }

    @SuppressWarnings("unchecked")
    private static Stream<Object[]> rows(Query query) {
        return ((List<Object[]>) query.getResultList()).stream();
    }

    /** The functions take an empty text for the whole study. */
    private static String siteOf(Scope scope) {
        return scope.wholeStudy() ? "" : scope.site();
    }
}
