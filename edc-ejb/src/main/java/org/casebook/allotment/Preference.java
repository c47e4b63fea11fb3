package org.casebook.allotment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.casebook.definition.RandomizationDefinition.ArmShare;

/**
 * How the arms stand for one participant: their scores, which are preferred, and the chance of each.
 *
 * <p>The rule of chances is the first of Pocock and Simon's paper (3.4 there): the arm that ranks first gets probability p, the
 * others share the rest. Arms of the same score are ranked by lot. Where arms have unequal shares, the lot and the sharing of
 * the rest go by shares; where no arm is preferred to another, chances are the shares themselves. One draw decides it all: the
 * chances are put over one denominator, and a whole number below it is drawn.
 */
public final class Preference {

    private final List<ArmShare> ratio;
    private final List<Fraction> scores;
    private final List<Fraction> chances;

    Preference(List<ArmShare> ratio, List<Fraction> scores, Fraction probability) {
        this.ratio = ratio;
        this.scores = scores;
        this.chances = chances(probability);
    }

    /** OIDs of the arms of the smallest score, in the study's order. */
    public List<String> preferred() {
        return firsts().stream().map(index -> ratio.get(index).armOid()).toList();
    }

    /** The score of each arm, by its OID, in the study's order; exact, written as a decimal of at most six digits. */
    public Map<String, String> scores() {
        return byArm(scores);
    }

    /** The chance of each arm, by its OID, in the study's order; written as a decimal of at most six digits. */
    public Map<String, String> chances() {
        return byArm(chances);
    }

    /** Below which whole number the draw is. */
    public BigInteger outOf() {
        return chances.stream()
                .map(Fraction::over)
                .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
    }

    /** A draw, each whole number from 0 equally likely. */
    public BigInteger draw(Random random) {
        BigInteger end = outOf();
        BigInteger drawn = new BigInteger(end.bitLength(), random);
        while (drawn.compareTo(end) >= 0) {
            drawn = new BigInteger(end.bitLength(), random);
        }
        return drawn;
    }

    /**
     * The arm that a draw leads to.
     *
     * @param draw from 0, below {@link #outOf()}
     * @return OID of the arm
     */
    public String arm(BigInteger draw) {
        BigInteger end = outOf();
        if (draw.signum() < 0 || draw.compareTo(end) >= 0) {
            throw new IllegalArgumentException("The draw " + draw + " is not from 0 to below " + end + ".");
        }
        Fraction reached = Fraction.ZERO;
        Fraction drawn = new Fraction(draw, end);
        for (int index = 0; index < ratio.size(); index++) {
            reached = reached.plus(chances.get(index));
            if (drawn.compareTo(reached) < 0) {
                return ratio.get(index).armOid();
            }
        }
        throw new IllegalStateException("The chances " + chances + " do not sum up to 1.");
    }

    private List<Fraction> chances(Fraction probability) {
        List<Integer> firsts = firsts();
        List<Fraction> result = new ArrayList<>();
        for (int arm = 0; arm < ratio.size(); arm++) {
            Fraction chance = Fraction.ZERO;
            if (firsts.size() == ratio.size()) {
                chance = share(arm).by(all());
            } else {
                for (int first : firsts) {
                    Fraction lot = share(first).by(sum(firsts));
                    Fraction part = first == arm
                            ? probability
                            : Fraction.ONE.minus(probability).times(share(arm)).by(all().minus(share(first)));
                    chance = chance.plus(lot.times(part));
                }
            }
            result.add(chance);
        }
        return result;
    }

    private List<Integer> firsts() {
        Fraction best = scores.stream().min(Fraction::compareTo).orElseThrow();
        List<Integer> firsts = new ArrayList<>();
        for (int arm = 0; arm < scores.size(); arm++) {
            if (scores.get(arm).compareTo(best) == 0) {
                firsts.add(arm);
            }
        }
        return firsts;
    }

    private Fraction share(int arm) {
        return Fraction.of(ratio.get(arm).share());
    }

    private Fraction sum(List<Integer> arms) {
        return arms.stream().map(this::share).reduce(Fraction.ZERO, Fraction::plus);
    }

    private Fraction all() {
        return Fraction.of(ratio.stream().mapToLong(ArmShare::share).sum());
    }

    private Map<String, String> byArm(List<Fraction> values) {
        Map<String, String> result = new LinkedHashMap<>();
        for (int arm = 0; arm < ratio.size(); arm++) {
            result.put(ratio.get(arm).armOid(), values.get(arm).toString());
        }
        return result;
    }
}
