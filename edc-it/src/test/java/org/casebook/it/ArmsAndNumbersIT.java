package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.casebook.allotment.PermutedBlocks;
import org.casebook.allotment.RandomizationNumbers;
import org.casebook.allotment.SeededSource;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.RandomizationDefinition.ArmShare;
import org.junit.jupiter.api.Test;

/**
 * Place and number of an allocation tell no arm: a permutation test. Arms are dealt within blocks, so that under the hypothesis
 * every order within a block is as likely as every other; arms are permuted within their blocks and nowhere else (Edgington and
 * Onghena, Randomization Tests, 4th ed., chapter 3). Chance fails it about once in a thousand runs.
 */
class ArmsAndNumbersIT {
    private static final int LISTS = 50;
    private static final int BLOCKS = 10;
    private static final int PERMUTATIONS = 9_999;
    private static final double SMALLEST = 0.00025;

    private final SecureRandom random = new SecureRandom();

    /** A slot's place in its list and number stay where they are; the arms move. */
    private final List<Integer> places = new ArrayList<>();

    private final List<Integer> numbers = new ArrayList<>();
    private final List<List<String>> blocks = new ArrayList<>();

    @Test
    void neither_place_nor_number_of_an_allocation_tells_the_arm() {
        draw();
        Map<String, ToDoubleFunction<List<String>>> measures = Map.of(
                "place in the list",
                arms -> apart(arms, places),
                "number",
                arms -> apart(arms, numbers),
                "last digit of the number",
                this::byLastDigit,
                "arm of the slot before",
                ArmsAndNumbersIT::repeated);
        Map<String, Double> found = new TreeMap<>();
        measures.forEach((name, measure) -> found.put(name, probability(measure)));
        double smallest = Collections.min(found.values());
        found.forEach((name, p) ->
                Figures.add("canary permutation test p, arm by " + name, p, "p", "above " + SMALLEST, p > SMALLEST));
        assertThat(smallest).as("%s", found).isGreaterThan(SMALLEST);
    }

    @Test
    void the_test_finds_numbers_that_tell() {
        draw();
        List<String> arms = flat(blocks);
        for (int slot = 0; slot < numbers.size(); slot++) {
            // one in five of an arm ends in 0; one in ten would be missed now and then
            if (slot % 5 == 0 && arms.get(slot).equals("A")) {
                numbers.set(slot, numbers.get(slot) / 10 * 10);
            }
        }
        assertThat(probability(this::byLastDigit)).isLessThanOrEqualTo(SMALLEST);
    }

    private void draw() {
        Set<String> used = new HashSet<>();
        for (int list = 0; list < LISTS; list++) {
            PermutedBlocks source = new PermutedBlocks(
                    new RandomizationDefinition(
                            true, List.of(), List.of(new ArmShare("A", 1), new ArmShare("B", 1)), List.of(2, 4, 6), 40),
                    SeededSource.of(SeededSource.draw(random)));
            int place = 0;
            for (int one = 0; one < BLOCKS; one++) {
                List<String> block = source.block();
                blocks.add(block);
                for (String number : new RandomizationNumbers(random).draw(block.size(), used)) {
                    used.add(number);
                    numbers.add(Integer.valueOf(number.substring("R-".length())));
                    places.add(place++);
                }
            }
        }
    }

    private double probability(ToDoubleFunction<List<String>> measure) {
        double observed = measure.applyAsDouble(flat(blocks));
        int asFar = 1;
        Random shuffle = new Random(random.nextLong());
        for (int one = 0; one < PERMUTATIONS; one++) {
            List<List<String>> permuted = new ArrayList<>();
            for (List<String> block : blocks) {
                List<String> again = new ArrayList<>(block);
                Collections.shuffle(again, shuffle);
                permuted.add(again);
            }
            asFar += measure.applyAsDouble(flat(permuted)) >= observed ? 1 : 0;
        }
        return asFar / (PERMUTATIONS + 1.0);
    }

    private static List<String> flat(List<List<String>> blocks) {
        return blocks.stream().flatMap(List::stream).toList();
    }

    /** How far the means of both arms are apart. */
    private static double apart(List<String> arms, List<Integer> values) {
        double sum = 0;
        for (int slot = 0; slot < arms.size(); slot++) {
            sum += arms.get(slot).equals("A") ? values.get(slot) : -values.get(slot);
        }
        return Math.abs(sum);
    }

    /** Pearson's chi-square of last digit by arm, but for a factor. */
    private double byLastDigit(List<String> arms) {
        int[] ahead = new int[10];
        int[] all = new int[10];
        for (int slot = 0; slot < arms.size(); slot++) {
            int digit = numbers.get(slot) % 10;
            ahead[digit] += arms.get(slot).equals("A") ? 1 : -1;
            all[digit]++;
        }
        double sum = 0;
        for (int digit = 0; digit < 10; digit++) {
            sum += all[digit] == 0 ? 0 : (double) ahead[digit] * ahead[digit] / all[digit];
        }
        return sum;
    }

    /** How far repetitions of the arm before are from those that alternation would give. */
    private static double repeated(List<String> arms) {
        int repeated = 0;
        for (int slot = 1; slot < arms.size(); slot++) {
            repeated += arms.get(slot).equals(arms.get(slot - 1)) ? 1 : 0;
        }
        return repeated;
    }
}
