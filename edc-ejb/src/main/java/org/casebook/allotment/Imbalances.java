package org.casebook.allotment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.casebook.definition.RandomizationDefinition.ArmShare;

/**
 * How far the arms are from their ratio: overall, in each level of each factor (marginal) and in each combination of levels
 * (within strata), each summed up by mean, median and 95 % quantile, as Ma, Ye, Hu and others report it (carat; J Stat Softw
 * 2023; 107(2)). An imbalance is the largest count less the smallest, each divided by its arm's share; with two arms 1:1 it is
 * the absolute difference of the counts.
 *
 * @param overall of all participants; 0 when there is none
 */
public record Imbalances(String overall, Summary marginal, Summary withinStrata) {

    /**
     * Over all levels or strata that have a participant.
     *
     * @param places how many these are
     * @param quantile the 95 % quantile by linear interpolation (type 7 of Hyndman and Fan, as R's default)
     */
    public record Summary(int places, String mean, String median, String quantile, String largest) {}

    public static Imbalances of(List<ArmShare> ratio, Collection<Assigned> all) {
        Collection<List<Assigned>> strata = groups(all, one -> new TreeMap<>(one.levels()).toString());
        List<List<Assigned>> margins = new ArrayList<>();
        all.stream()
                .flatMap(one -> one.levels().keySet().stream())
                .distinct()
                .sorted()
                .forEach(factor ->
                        margins.addAll(groups(all, one -> one.levels().getOrDefault(factor, ""))));
        return new Imbalances(
                imbalance(ratio, all).toString(), summary(ratio, margins), summary(ratio, List.copyOf(strata)));
    }

    private static Collection<List<Assigned>> groups(Collection<Assigned> all, Function<Assigned, String> key) {
        Map<String, List<Assigned>> groups = new TreeMap<>();
        all.forEach(one -> groups.computeIfAbsent(key.apply(one), none -> new ArrayList<>())
                .add(one));
        return groups.values();
    }

    private static Fraction imbalance(List<ArmShare> ratio, Collection<Assigned> some) {
        return Minimisation.range(ratio.stream()
                .map(arm -> Fraction.of(some.stream()
                                .filter(one -> one.arm().equals(arm.armOid()))
                                .count())
                        .by(Fraction.of(arm.share())))
                .toList());
    }

    private static Summary summary(List<ArmShare> ratio, List<List<Assigned>> groups) {
        List<Fraction> sizes =
                groups.stream().map(group -> imbalance(ratio, group)).sorted().toList();
        if (sizes.isEmpty()) {
            return new Summary(0, "0", "0", "0", "0");
        }
        Fraction mean = sizes.stream().reduce(Fraction.ZERO, Fraction::plus).by(Fraction.of(sizes.size()));
        return new Summary(
                sizes.size(),
                mean.toString(),
                quantile(sizes, Fraction.ONE.by(Fraction.of(2))).toString(),
                quantile(sizes, Fraction.of(19).by(Fraction.of(20))).toString(),
                sizes.get(sizes.size() - 1).toString());
    }

    private static Fraction quantile(List<Fraction> sorted, Fraction share) {
        Fraction place = share.times(Fraction.of(sorted.size() - 1));
        int below = place.top().divide(place.over()).intValueExact();
        Fraction low = sorted.get(below);
        Fraction high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return low.plus(high.minus(low).times(place.minus(Fraction.of(below))));
    }
}
