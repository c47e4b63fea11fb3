package org.casebook.randomization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebook.allotment.PermutedBlocks;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.kernel.Scope;

/** Draws, numbers, seals and stores allocation lists. */
@ApplicationScoped
class AllocationLists {

    @Inject
    private AllocationStore store;

    @Inject
    private AllocationKey key;

    /**
     * Makes a list of at least so many slots for a stratum.
     *
     * @param stratum one site, or the whole study where sites are no strata
     * @param by name of who prepares it
     */
    PreparedList make(Scope stratum, RandomizationDefinition definition, int atLeast, Instant at, String by) {
        UUID id = UUID.randomUUID();
        List<String> arms = new PermutedBlocks(definition, key.random()).draw(atLeast);
        List<String> numbers = new RandomizationNumbers(key.random()).draw(arms.size(), store.numbers(stratum.study()));
        List<Slot> slots = seal(stratum.study(), id, arms, numbers);
        String site = stratum.wholeStudy() ? "" : stratum.site();
        PreparedList list = new PreparedList(id, site, slots.size(), 0, hash(slots), at, by, true);
        store.keep(stratum, list, slots);
        return list;
    }

    /** The arm of a slot. */
    String open(String study, Slot slot) {
        return key.cipher().open(slot.sealed(), slot.placeIn(study));
    }

    private List<Slot> seal(String study, UUID list, List<String> arms, List<String> numbers) {
        List<Slot> slots = new ArrayList<>(arms.size());
        for (int position = 1; position <= arms.size(); position++) {
            String sealed = key.cipher().seal(arms.get(position - 1), new SlotPlace(study, list, position));
            slots.add(new Slot(list, position, numbers.get(position - 1), sealed));
        }
        return slots;
    }

    /** SHA-256 over the sealed slots, one line each; the database computes the same from what it holds. */
    static String hash(List<Slot> slots) {
        String lines = slots.stream().map(Slot::line).collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
