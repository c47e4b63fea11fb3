package org.casebook.randomization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebook.allotment.PermutedBlocks;
import org.casebook.allotment.RandomizationNumbers;
import org.casebook.allotment.SeededSource;
import org.casebook.concealment.AllocationKey;
import org.casebook.concealment.ListRecord;
import org.casebook.concealment.SlotPlace;
import org.casebook.concealment.TrailSeal;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.kernel.Scope;
import org.casebook.randomization.PreparedList.By;
import org.casebook.randomization.PreparedList.Origin;

/** Draws, numbers, seals and stores allocation lists, and draws them again. */
@ApplicationScoped
class AllocationLists {

    @Inject
    private AllocationStore store;

    @Inject
    private AllocationKey key;

    @Inject
    private TrailSeal trailSeal;

    /**
     * Draws a list of at least so many slots from a new seed, which is sealed with it.
     *
     * @param version database id of the study version whose ratio and block sizes are drawn by
     */
    PreparedList draw(ListPlace place, RandomizationDefinition definition, long version, int atLeast, By by) {
        UUID id = UUID.randomUUID();
        String seed = SeededSource.draw(key.random());
        List<String> arms = new PermutedBlocks(definition, SeededSource.of(seed)).draw(atLeast);
        List<String> numbers = new RandomizationNumbers(key.random()).draw(arms.size(), store.numbers(place.study()));
        String sealed = key.cipher().seal(seed, SlotPlace.seed(place.study(), id));
        return keep(place, by, new Making(id, Origin.DRAWN, version, atLeast, sealed), arms, numbers);
    }

    /**
     * Stores a list from elsewhere.
     *
     * @param numbers as many as arms; an empty one is drawn
     */
    PreparedList take(ListPlace place, long version, List<String> arms, List<String> numbers, By by) {
        int missing = Math.toIntExact(numbers.stream().filter(String::isEmpty).count());
        java.util.Set<String> used = new java.util.HashSet<>(store.numbers(place.study()));
        used.addAll(numbers);
        java.util.Iterator<String> drawn =
                new RandomizationNumbers(key.random()).draw(missing, used).iterator();
        List<String> all = numbers.stream()
                .map(number -> number.isEmpty() ? drawn.next() : number)
                .toList();
        Making making = new Making(UUID.randomUUID(), Origin.UPLOADED, version, arms.size(), null);
        return keep(place, by, making, arms, all);
    }

    /** Opens an empty list that minimised allocations are appended to. */
    PreparedList minimise(ListPlace place, long version, By by) {
        Making making = new Making(UUID.randomUUID(), Origin.MINIMISED, version, 0, null);
        return keep(place, by, making, List.of(), List.of());
    }

    /** The arm of a slot. */
    String open(String study, Slot slot) {
        return key.cipher().open(slot.sealed(), slot.placeIn(study));
    }

    /** The arms of a list in order. */
    List<String> arms(String study, PreparedList list) {
        return store.slots(study, list.id()).stream()
                .map(slot -> open(study, slot))
                .toList();
    }

    /** The arms as its sealed seed gives them again. */
    List<String> redrawn(String study, PreparedList list, RandomizationDefinition definition, Making making) {
        String seed = key.cipher().open(making.seed(), SlotPlace.seed(study, list.id()));
        return new PermutedBlocks(definition, SeededSource.of(seed)).draw(making.asked());
    }

    /** How a list was made, sealed for the trail. */
    String recorded(String study, UUID id) {
        AllocationStore.Kept kept = store.kept(Scope.of(study)).stream()
                .filter(one -> one.list().id().equals(id))
                .findFirst()
                .orElseThrow();
        Making making = kept.making();
        List<String> arms = making.origin() == Origin.UPLOADED ? arms(study, kept.list()) : List.of();
        return trailSeal.seal(
                study,
                new ListRecord(id, making.origin().name(), making.version(), making.asked(), making.seed(), arms));
    }

    /**
     * How a list was made.
     *
     * @param version database id of the study version
     * @param asked how many slots were asked for
     * @param seed sealed; null where there is none
     */
    record Making(UUID id, Origin origin, long version, int asked, String seed) {}

    private PreparedList keep(ListPlace place, By by, Making making, List<String> arms, List<String> numbers) {
        List<Slot> slots = new ArrayList<>(arms.size());
        for (int position = 1; position <= arms.size(); position++) {
            String sealed =
                    key.cipher().seal(arms.get(position - 1), new SlotPlace(place.study(), making.id(), position));
            slots.add(new Slot(making.id(), position, numbers.get(position - 1), sealed));
        }
        // what grows has nothing to hash yet; its own name keeps hashes apart
        String hash = making.origin() == Origin.MINIMISED ? hash(making.id().toString()) : hash(slots);
        PreparedList list = new PreparedList(
                making.id(),
                place.site(),
                place.codes(),
                making.origin(),
                slots.size(),
                0,
                hash,
                by,
                null,
                PreparedList.State.PREPARED,
                true);
        store.keep(place, list, making, slots);
        return list;
    }

    /** SHA-256 over the sealed slots, one line each; the database computes the same from what it holds. */
    static String hash(List<Slot> slots) {
        return hash(slots.stream().map(Slot::line).collect(Collectors.joining("\n")));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
