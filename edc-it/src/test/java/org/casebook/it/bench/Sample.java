package org.casebook.it.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times of one kind of work, gathered in rounds, in milliseconds. */
final class Sample {
    private static final double NANOS = 1e6;
    private static final double P95 = 0.95;

    private final List<List<Double>> rounds = new ArrayList<>();

    /** Begins a round; what is measured from now on belongs to it. */
    void round() {
        rounds.add(new ArrayList<>());
    }

    /** What was measured so far does not count: the machine was cold. */
    void forget() {
        rounds.clear();
    }

    /** How often it was measured. */
    int size() {
        return all().size();
    }

    void add(double milliseconds) {
        rounds.get(rounds.size() - 1).add(milliseconds);
    }

    void measure(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        rounds.get(rounds.size() - 1).add((System.nanoTime() - begin) / NANOS);
    }

    double median() {
        return quantile(all(), 0.5);
    }

    double p95() {
        return quantile(all(), P95);
    }

    /** The smallest and the largest median of a round. */
    String range() {
        List<Double> medians = rounds.stream()
                .filter(round -> !round.isEmpty())
                .map(round -> quantile(round, 0.5))
                .sorted()
                .toList();
        return String.format(Locale.ROOT, "%.1f–%.1f", medians.get(0), medians.get(medians.size() - 1));
    }

    boolean isEmpty() {
        return rounds.stream().allMatch(List::isEmpty);
    }

    private List<Double> all() {
        return rounds.stream().flatMap(List::stream).toList();
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1.0, Math.floor(share * sorted.size())));
    }
}
