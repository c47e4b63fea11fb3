package org.casebook.allotment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.RandomizationDefinition.ArmShare;
import org.junit.jupiter.api.Test;

/** What a permuted-block generator must show; exact values from Blackwell and Hodges (1957), enumerated anew. */
class PermutedBlocksTest {

    private static final int BLOCKS = 6_000;

    /** One fixed seed: the bounds are 4.5 standard deviations wide, yet a test must not fail by chance. */
    private final Random seeded = new Random(20261122);

    @Test
    void each_of_the_six_sequences_of_a_block_of_four_is_equally_likely() {
        PermutedBlocks blocks = new PermutedBlocks(oneToOne(4), seeded);
        Map<String, Long> counts = IntStream.range(0, BLOCKS)
                .mapToObj(index -> String.join("", blocks.block()))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));

        assertThat(counts).containsOnlyKeys("AABB", "ABAB", "ABBA", "BAAB", "BABA", "BBAA");
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(870L, 1130L));
        double expected = BLOCKS / 6.0;
        double chiSquare = counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        // 20.5 is the 0.999 quantile with 5 degrees of freedom
        assertThat(chiSquare).isLessThan(20.5);
    }

    @Test
    void guessing_the_arm_that_is_behind_succeeds_as_often_as_theory_says() {
        PermutedBlocks blocks = new PermutedBlocks(oneToOne(4), seeded);
        double rate = IntStream.range(0, BLOCKS)
                        .mapToDouble(index -> correctGuesses(blocks.block()))
                        .sum()
                / (BLOCKS * 4.0);
        assertThat(rate).isCloseTo(17.0 / 24, within(0.006));
    }

    @Test
    void the_unpredictable_source_gives_the_same_distribution() {
        PermutedBlocks blocks = new PermutedBlocks(oneToOne(4), new SecureRandom());
        Map<String, Long> counts = IntStream.range(0, BLOCKS)
                .mapToObj(index -> String.join("", blocks.block()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        // seven standard deviations: a wrong shuffle fails, chance does not
        assertThat(counts.values())
                .hasSize(6)
                .allSatisfy(count -> assertThat(count).isBetween(798L, 1202L));
    }

    @Test
    void every_block_is_balanced_by_the_ratio_and_sizes_are_drawn_evenly() {
        RandomizationDefinition twoToOne = new RandomizationDefinition(
                true, List.of(), List.of(new ArmShare("A", 2), new ArmShare("B", 1)), List.of(3, 6, 9), 40);
        PermutedBlocks blocks = new PermutedBlocks(twoToOne, seeded);
        Map<Integer, Integer> sizes = new TreeMap<>();
        for (int index = 0; index < 3_000; index++) {
            List<String> block = blocks.block();
            sizes.merge(block.size(), 1, Integer::sum);
            assertThat(Collections.frequency(block, "A")).isEqualTo(2 * Collections.frequency(block, "B"));
        }
        assertThat(sizes).containsOnlyKeys(3, 6, 9);
        assertThat(sizes.values()).allSatisfy(count -> assertThat(count).isBetween(880, 1120));
    }

    @Test
    void a_list_ends_with_a_whole_block() {
        List<String> list = new PermutedBlocks(oneToOne(4, 6), seeded).draw(41);
        assertThat(list).hasSizeBetween(41, 46);
        assertThat(Collections.frequency(list, "A")).isEqualTo(Collections.frequency(list, "B"));
    }

    @Test
    void block_sizes_that_do_not_fit_the_ratio_are_refused() {
        assertThatThrownBy(() -> new PermutedBlocks(oneToOne(4, 5), seeded))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[4, 5]");
        assertThatThrownBy(() -> new PermutedBlocks(oneToOne(), seeded)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_list_comes_again_from_its_seed_and_from_no_other() {
        String seed = SeededSource.draw(new SecureRandom());
        List<String> list = new PermutedBlocks(oneToOne(2, 4, 6), SeededSource.of(seed)).draw(400);
        assertThat(new PermutedBlocks(oneToOne(2, 4, 6), SeededSource.of(seed)).draw(400))
                .isEqualTo(list);
        assertThat(new PermutedBlocks(oneToOne(2, 4, 6), SeededSource.of(SeededSource.draw(new SecureRandom())))
                        .draw(400))
                .isNotEqualTo(list);
    }

    /** Pinned, so that no later Java makes another list of a seed that lies sealed in a trial. */
    @Test
    void a_seed_leads_to_the_same_list_on_every_java() {
        String seed = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
        assertThat(String.join("", new PermutedBlocks(oneToOne(2, 4, 6), SeededSource.of(seed)).draw(24)))
                .isEqualTo("BAAABBABABBABABAAABBABBAABAB");
    }

    /** The shape of facts: 6,000 blocks from sealed seeds have the properties that were enumerated. */
    @Test
    void six_thousand_blocks_of_each_size_from_sealed_seeds_are_as_theory_says() {
        double[] theory = {0.75, 17.0 / 24, 41.0 / 60, 373.0 / 560};
        for (int half = 1; half <= 4; half++) {
            PermutedBlocks blocks = new PermutedBlocks(oneToOne(2 * half), SeededSource.of(SeededSource.draw(seeded)));
            double rate = 0;
            for (int block = 0; block < BLOCKS; block++) {
                List<String> arms = blocks.block();
                assertThat(Collections.frequency(arms, "A")).isEqualTo(half);
                rate += correctGuesses(arms) / (BLOCKS * 2.0 * half);
            }
            assertThat(rate).as("blocks of " + 2 * half).isCloseTo(theory[half - 1], within(0.008));
        }
    }

    /** Guess the arm that has come less often in the block; a tie is guessed right half of the time. */
    private static double correctGuesses(List<String> block) {
        double correct = 0;
        int ahead = 0;
        for (String arm : block) {
            int step = arm.equals("A") ? 1 : -1;
            correct += ahead == 0 ? 0.5 : Integer.signum(ahead) == -step ? 1 : 0;
            ahead += step;
        }
        return correct;
    }

    private static RandomizationDefinition oneToOne(Integer... sizes) {
        return new RandomizationDefinition(
                true, List.of(), List.of(new ArmShare("A", 1), new ArmShare("B", 1)), List.of(sizes), 40);
    }
}
