package org.casebook.allotment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;

/**
 * Draws randomisation numbers, for example {@code R-48213}: at random and independent of arms, blocks and order, so that
 * a number tells nothing but itself.
 */
public final class RandomizationNumbers {

    private static final int SMALLEST = 10_000;
    private static final int COUNT = 90_000;

    private final Random random;

    public RandomizationNumbers(Random random) {
        this.random = random;
    }

    /**
     * @param used numbers of the study that may not be drawn again
     */
    public List<String> draw(int howMany, Set<String> used) {
        if (used.size() + howMany > COUNT / 2) {
            throw new Invalid(Sentence.of("allotment", "numbersUsed", used.size(), COUNT, howMany));
        }
        Set<String> taken = new HashSet<>(used);
        List<String> drawn = new ArrayList<>(howMany);
        while (drawn.size() < howMany) {
            String number = "R-" + (SMALLEST + random.nextInt(COUNT));
            if (taken.add(number)) {
                drawn.add(number);
            }
        }
        return drawn;
    }
}
