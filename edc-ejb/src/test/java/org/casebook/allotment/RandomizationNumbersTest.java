package org.casebook.allotment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.RandomizationDefinition.ArmShare;
import org.junit.jupiter.api.Test;

class RandomizationNumbersTest {

    /** One fixed seed: the bounds are 4 standard deviations wide, yet a test must not fail by chance. */
    private final Random seeded = new Random(20261122);

    @Test
    void numbers_are_never_drawn_twice_and_tell_nothing_of_the_arm() {
        int count = 4_000;
        List<String> arms = new PermutedBlocks(blocksOfFour(), seeded).draw(count);
        List<String> numbers = new RandomizationNumbers(seeded).draw(count, Set.of("R-10000"));
        assertThat(numbers).doesNotHaveDuplicates().doesNotContain("R-10000").allMatch(n -> n.matches("R-\\d{5}"));

        double[] mean = new double[2];
        List<Double> ranks = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            double value = Integer.parseInt(numbers.get(index).substring(2));
            mean[arms.get(index).equals("A") ? 0 : 1] += value / (count / 2.0);
            ranks.add(value);
        }
        // the standard error of the difference of the two means is about 820
        assertThat(mean[0] - mean[1]).isCloseTo(0, within(3_300.0));
        assertThat(correlationWithOrder(ranks)).isCloseTo(0, within(0.065));
    }

    private static double correlationWithOrder(List<Double> values) {
        double n = values.size();
        double meanOrder = (n - 1) / 2;
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double both = 0;
        double order = 0;
        double value = 0;
        for (int index = 0; index < n; index++) {
            both += (index - meanOrder) * (values.get(index) - mean);
            order += (index - meanOrder) * (index - meanOrder);
            value += (values.get(index) - mean) * (values.get(index) - mean);
        }
        return both / Math.sqrt(order * value);
    }

    private static RandomizationDefinition blocksOfFour() {
        return new RandomizationDefinition(
                true, List.of(), List.of(new ArmShare("A", 1), new ArmShare("B", 1)), List.of(4), 40);
    }
}
