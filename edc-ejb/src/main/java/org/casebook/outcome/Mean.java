package org.casebook.outcome;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of some numbers with its 95 % confidence interval, by Student's t.
 *
 * @param n how many numbers
 * @param mean null of none
 * @param deviation standard deviation of the sample (n − 1); null below two
 * @param low lower end of the interval; null below two
 * @param high upper end
 */
public record Mean(int n, Double mean, Double deviation, Double low, Double high) {

    private static final double UPPER = 0.975;

    static Mean of(List<BigDecimal> numbers) {
        int n = numbers.size();
        if (n == 0) {
            return new Mean(0, null, null, null, null);
        }
        double mean = numbers.stream().mapToDouble(BigDecimal::doubleValue).sum() / n;
        if (n == 1) {
            return new Mean(1, mean, null, null, null);
        }
        double squares = numbers.stream()
                .mapToDouble(number -> Math.pow(number.doubleValue() - mean, 2))
                .sum();
        double deviation = Math.sqrt(squares / (n - 1));
        double half = TDistribution.of(n - 1).inverseCumulativeProbability(UPPER) * deviation / Math.sqrt(n);
        return new Mean(n, mean, deviation, mean - half, mean + half);
    }

    public boolean known() {
        return n > 0;
    }

    /** Whether there is an interval. */
    public boolean spread() {
        return n > 1;
    }
}
