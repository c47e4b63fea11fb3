package org.casebook.allotment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.RandomizationDefinition.ArmShare;
import org.casebook.definition.RandomizationDefinition.Factor;
import org.casebook.definition.RandomizationDefinition.Imbalance;
import org.casebook.definition.RandomizationDefinition.MinimisationPlan;

/**
 * Minimisation after Pocock SJ, Simon R: Sequential treatment assignment with balancing for prognostic factors in the
 * controlled clinical trial. Biometrics 1975; 31: 103-115.
 *
 * <p>For each arm it is worked out how unequal the counts would be if the participant got that arm: in each factor's level of
 * this participant the counts, the participant included and each divided by its arm's share, by range or sample variance; the
 * weighted sum over the factors is the arm's score. The arms of the smallest score are preferred. The first participant goes by
 * shares alone: there is nothing to balance.
 */
public final class Minimisation {

    private final List<ArmShare> ratio;
    private final MinimisationPlan plan;

    /**
     * @param definition one that minimises
     */
    public Minimisation(RandomizationDefinition definition) {
        this.ratio = definition.ratio();
        this.plan = definition.minimisation();
    }

    /**
     * How the arms stand for the next participant.
     *
     * @param levels the participant's level of each factor, by the factor's name
     * @param before everybody who was allocated before, in any order
     */
    public Preference weigh(Map<String, String> levels, Collection<Assigned> before) {
        List<Fraction> scores = new ArrayList<>();
        for (ArmShare candidate : ratio) {
            Fraction score = Fraction.ZERO;
            for (Factor factor : before.isEmpty() ? List.<Factor>of() : plan.factors()) {
                score = score.plus(
                        Fraction.of(factor.weight()).times(imbalance(factor.name(), levels, before, candidate)));
            }
            scores.add(score);
        }
        return new Preference(ratio, scores, Fraction.of(plan.probability()));
    }

    private Fraction imbalance(
            String factor, Map<String, String> levels, Collection<Assigned> before, ArmShare candidate) {
        String level = levels.get(factor);
        List<Fraction> counts = new ArrayList<>();
        for (ArmShare arm : ratio) {
            long count = before.stream()
                    .filter(one -> one.arm().equals(arm.armOid())
                            && level.equals(one.levels().get(factor)))
                    .count();
            long then = arm.equals(candidate) ? count + 1 : count;
            counts.add(Fraction.of(then).by(Fraction.of(arm.share())));
        }
        return plan.imbalance() == Imbalance.RANGE ? range(counts) : variance(counts);
    }

    static Fraction range(List<Fraction> counts) {
        return counts.stream()
                .max(Fraction::compareTo)
                .orElseThrow()
                .minus(counts.stream().min(Fraction::compareTo).orElseThrow());
    }

    /** Of a sample: divided by the number less one. */
    static Fraction variance(List<Fraction> counts) {
        Fraction number = Fraction.of(counts.size());
        Fraction mean = counts.stream().reduce(Fraction.ZERO, Fraction::plus).by(number);
        return counts.stream()
                .map(count -> count.minus(mean).times(count.minus(mean)))
                .reduce(Fraction.ZERO, Fraction::plus)
                .by(number.minus(Fraction.ONE));
    }
}
