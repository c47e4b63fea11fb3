package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casebook.allotment.PermutedBlocks;
import org.casebook.allotment.SeededSource;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.RandomizationDefinition.ArmShare;
import org.junit.jupiter.api.Test;

/**
 * Figures of permuted blocks from seeds as they are sealed with lists; exact values by Blackwell and Hodges (1957). Bounds are so
 * wide that chance fails them once in a million runs.
 */
class BlocksIT {
    private static final int BLOCKS = 6_000;
    /** The 0.999999 quantile with 5 degrees of freedom. */
    private static final double CHI_SQUARE = 35.9;

    @Test
    void six_thousand_blocks_are_as_theory_says() {
        PermutedBlocks blocks = new PermutedBlocks(
                new RandomizationDefinition(
                        true, List.of(), List.of(new ArmShare("A", 1), new ArmShare("B", 1)), List.of(4), 40),
                SeededSource.of(SeededSource.draw(new SecureRandom())));
        Map<String, Integer> sequences = new TreeMap<>();
        double guessed = 0;
        int complete = 0;
        for (int one = 0; one < BLOCKS; one++) {
            List<String> block = blocks.block();
            sequences.merge(String.join("", block), 1, Integer::sum);
            guessed += guessed(block);
            complete += Collections.frequency(block, "A") == 2 && block.size() == 4 ? 1 : 0;
        }
        double expected = BLOCKS / 6.0;
        double chiSquare = sequences.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        double rate = guessed / (4.0 * BLOCKS);
        Figures.atMost("Permuted blocks of 4, 6,000 of them: chi-square of the 6 sequences", chiSquare, "", CHI_SQUARE);
        boolean near = Math.abs(rate - 17.0 / 24) < 0.012;
        Figures.add("Permuted blocks of 4: arms guessed right", rate, "share", "0.708 ± 0.012", near);
        Figures.add("Permuted blocks of 4: complete", complete, "blocks", "all of " + BLOCKS, complete == BLOCKS);
        assertThat(sequences).hasSize(6);
        assertThat(chiSquare).isLessThan(CHI_SQUARE);
        assertThat(near).as("guess rate %s", rate).isTrue();
        assertThat(complete).isEqualTo(BLOCKS);
    }

    /** Guess the arm that has come less often in the block; a tie is guessed right half of the time. */
    private static double guessed(List<String> block) {
        double right = 0;
        int ahead = 0;
        for (String arm : block) {
            int step = arm.equals("A") ? 1 : -1;
            right += ahead == 0 ? 0.5 : Integer.signum(ahead) == -step ? 1 : 0;
            ahead += step;
        }
        return right;
    }
}
