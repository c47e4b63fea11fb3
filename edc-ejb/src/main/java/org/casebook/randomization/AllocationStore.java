package org.casebook.randomization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.allotment.Levels;
import org.casebook.kernel.Scope;
import org.casebook.randomization.PreparedList.By;
import org.casebook.randomization.PreparedList.Origin;
import org.casebook.randomization.PreparedList.State;

/** The allocation schema, by its functions: the application has no right to its tables. */
@ApplicationScoped
class AllocationStore {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    /** A list with how it was made. */
    record Kept(PreparedList list, AllocationLists.Making making) {}

    /** Stores a list; its slots are in order. */
    void keep(ListPlace place, PreparedList list, AllocationLists.Making making, List<Slot> slots) {
        JsonObjectBuilder head = Json.createObjectBuilder()
                .add("id", list.id().toString())
                .add("study", place.study())
                .add("site", place.site())
                .add("stratum", place.codes().text())
                .add("sha256", list.sha256())
                .add("at", list.prepared().at().toString())
                .add("by", list.prepared().name())
                .add("byId", list.prepared().id())
                .add("origin", list.origin().name())
                .add("version", making.version())
                .add("asked", making.asked());
        if (making.seed() != null) {
            head.add("seed", making.seed());
        }
        query(
                        "select allocation.prepare(cast(?1 as jsonb), ?2, ?3)",
                        head.build().toString(),
                        joined(slots, Slot::number),
                        joined(slots, Slot::sealed))
                .getResultList();
    }

    /**
     * Seals a prepared list, or withdraws it.
     *
     * @return whether the database let it happen: once, by its hash, and sealing not by who prepared it
     */
    boolean decide(String study, PreparedList list, By by, boolean withdrawn) {
        return (Boolean) query(
                        "select allocation.decide(?1, cast(?2 as uuid), ?3, cast(?4 as timestamptz), ?5, ?6, cast(?7 as boolean))",
                        study,
                        list.id().toString(),
                        list.sha256(),
                        by.at().toString(),
                        by.name(),
                        by.id(),
                        String.valueOf(withdrawn))
                .getSingleResult();
    }

    /** Gives the next free slot of the stratum to the participant, or the one it already has; empty when none is left. */
    Optional<Slot> take(ListPlace place, String subject, Instant at) {
        return rows(query(
                        "select list_id, slot, number, sealed from allocation.take(?1, ?2, ?3, ?4, ?5)",
                        place.study(),
                        place.site(),
                        place.codes().text(),
                        subject,
                        at.toString()))
                .map(AllocationStore::slot)
                .findFirst();
    }

    /** The list that minimised allocations are appended to; others wait for it until the transaction ends. */
    Optional<UUID> minimising(String study) {
        return Optional.ofNullable(query("select cast(allocation.minimising(?1) as text)", study)
                        .getSingleResult())
                .map(id -> UUID.fromString(id.toString()));
    }

    /** Appends a minimised allocation. */
    void append(Slot slot, TakenSlot taken) {
        JsonObjectBuilder more = Json.createObjectBuilder()
                .add("position", slot.position())
                .add("subject", taken.subject())
                .add("at", taken.at().toString())
                .add("levels", taken.levels().text())
                .add("draw", taken.draw())
                .add("version", taken.version());
        query(
                        "select allocation.append(cast(?1 as uuid), ?2, ?3, cast(?4 as jsonb))",
                        slot.list().toString(),
                        slot.number(),
                        slot.sealed(),
                        more.build().toString())
                .getResultList();
    }

    /** The slot that a participant has. */
    Optional<Slot> find(Scope scope, String subject) {
        return rows(query("select list_id, slot, number, sealed from allocation.find(?1, ?2)", scope.study(), subject))
                .map(AllocationStore::slot)
                .findFirst();
    }

    /** The slots of a list in order. */
    List<Slot> slots(String study, UUID list) {
        return rows(query(
                        "select list_id, slot, number, sealed from allocation.slots(?1, cast(?2 as uuid))",
                        study,
                        list.toString()))
                .map(AllocationStore::slot)
                .toList();
    }

    /** Every slot of a study that has been given. */
    List<TakenSlot> taken(String study) {
        return rows(query(
                        "select list_id, slot, number, sealed, subject, site, stratum, origin, levels, draw, version_id,"
                                + " allocated_at from allocation.taken(?1)",
                        study))
                .map(row -> new TakenSlot(
                        slot(row),
                        (String) row[4],
                        (String) row[5],
                        Levels.parse((String) row[6]),
                        Origin.valueOf((String) row[7]),
                        row[8] == null ? Levels.NONE : Levels.parse((String) row[8]),
                        (String) row[9],
                        row[10] == null ? null : ((Number) row[10]).longValue(),
                        Instant.parse((String) row[11])))
                .toList();
    }

    /** Lists of a site, or all of the study, oldest first. */
    List<Kept> kept(Scope scope) {
        return rows(query(
                        "select id, site, stratum, origin, slots, used, sha256, prepared_at, prepared_by, preparer, decided_at,"
                                + " decided_by, withdrawn, intact, version_id, asked, seed from allocation.lists(?1, ?2)",
                        scope.study(),
                        scope.wholeStudy() ? "" : scope.site()))
                .map(AllocationStore::kept)
                .toList();
    }

    List<PreparedList> lists(Scope scope) {
        return kept(scope).stream().map(Kept::list).toList();
    }

    int free(ListPlace place) {
        return ((Number) query(
                                "select allocation.free(?1, ?2, ?3)",
                                place.study(),
                                place.site(),
                                place.codes().text())
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

    private static Kept kept(Object[] row) {
        UUID id = UUID.fromString(row[0].toString());
        Origin origin = Origin.valueOf((String) row[3]);
        By prepared = new By((String) row[9], (String) row[8], Instant.parse((String) row[7]));
        By decided = row[10] == null ? null : new By("", (String) row[11], Instant.parse((String) row[10]));
        State state = decided == null ? State.PREPARED : (Boolean) row[12] ? State.WITHDRAWN : State.SEALED;
        PreparedList list = new PreparedList(
                id,
                (String) row[1],
                Levels.parse((String) row[2]),
                origin,
                ((Number) row[4]).intValue(),
                ((Number) row[5]).intValue(),
                (String) row[6],
                prepared,
                decided,
                state,
                (Boolean) row[13]);
        long version = row[14] == null ? 0 : ((Number) row[14]).longValue();
        int asked = row[15] == null ? 0 : ((Number) row[15]).intValue();
        return new Kept(list, new AllocationLists.Making(id, origin, version, asked, (String) row[16]));
    }

    private static Slot slot(Object[] row) {
        return new Slot(
                UUID.fromString(row[0].toString()), ((Number) row[1]).intValue(), (String) row[2], (String) row[3]);
    }

    private static String joined(List<Slot> slots, Function<Slot, String> part) {
        return slots.stream().map(part).collect(Collectors.joining(","));
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
}
