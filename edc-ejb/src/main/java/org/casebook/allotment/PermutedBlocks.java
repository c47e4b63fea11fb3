package org.casebook.allotment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.RandomizationDefinition.ArmShare;

/**
 * Draws sequences of arms in permuted blocks of random size: within a block each arm stands as often as its share says,
 * every order being equally likely.
 */
public final class PermutedBlocks {

    private final List<ArmShare> ratio;
    private final List<Integer> sizes;
    private final Random random;

    /**
     * @param random an unpredictable source, or a {@link SeededSource} whose seed is sealed with the list
     */
    public PermutedBlocks(RandomizationDefinition definition, Random random) {
        this.ratio = definition.ratio();
        this.sizes = definition.blockSizes();
        this.random = random;
        int smallest = ratio.stream().mapToInt(ArmShare::share).sum();
        if (smallest < 1 || sizes.isEmpty() || sizes.stream().anyMatch(size -> size < 1 || size % smallest != 0)) {
            throw new IllegalArgumentException(
                    "Block sizes " + sizes + " are not all multiples of the ratio's sum " + smallest + ".");
        }
    }

    /** Arms in the order in which participants will get them: whole blocks, so at least as many as asked for. */
    public List<String> draw(int atLeast) {
        List<String> arms = new ArrayList<>();
        while (arms.size() < atLeast) {
            arms.addAll(block());
        }
        return arms;
    }

    public List<String> block() {
        int size = sizes.get(random.nextInt(sizes.size()));
        int repeats = size / ratio.stream().mapToInt(ArmShare::share).sum();
        List<String> block = new ArrayList<>(size);
        for (ArmShare arm : ratio) {
            block.addAll(Collections.nCopies(arm.share() * repeats, arm.armOid()));
        }
        Collections.shuffle(block, random);
        return block;
    }
}
