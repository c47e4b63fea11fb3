package org.casebook.outcome;

import java.math.BigDecimal;
import java.util.Optional;
import org.casebook.instrument.Score;
import org.casebook.instrument.Threshold;

/**
 * One way in which a participant responds.
 *
 * @param item OID of the item that is looked at
 * @param kind how it is looked at
 * @param limit what must be reached, in the item's standard unit, or in per cent of baseline; reaching it exactly is enough
 */
public record ResponseRule(String item, Kind kind, BigDecimal limit) {

    /** How a value is looked at. */
    public enum Kind {
        /** By its change from baseline: down by the limit when that is negative, up by it when positive. */
        CHANGED,
        /** By its change in per cent of baseline, in the same way; who has nothing at baseline has no per cent of it. */
        PERCENT,
        AT_LEAST,
        AT_MOST;

        /** Whether a change from baseline is looked at. */
        public boolean counts() {
            return this == CHANGED || this == PERCENT;
        }
    }

    /** A published threshold as a rule: better is down or up, as the score goes. */
    static ResponseRule of(Score score, Threshold threshold) {
        boolean up = score.direction() == Score.Direction.HIGHER_IS_BETTER;
        BigDecimal amount = threshold.amount();
        return switch (threshold.of()) {
            case VALUE -> new ResponseRule(score.itemOid(), up ? Kind.AT_LEAST : Kind.AT_MOST, amount);
            case CHANGE -> new ResponseRule(score.itemOid(), Kind.CHANGED, up ? amount : amount.negate());
            case PERCENT -> new ResponseRule(score.itemOid(), Kind.PERCENT, up ? amount : amount.negate());
        };
    }

    /** The same rule with another limit. */
    ResponseRule with(BigDecimal other) {
        return new ResponseRule(item, kind, other);
    }

    /**
     * Whether it is met; empty while a value is missing that it needs.
     *
     * @param baseline null when none is there
     * @param value null when none is there
     */
    Optional<Boolean> holds(BigDecimal baseline, BigDecimal value) {
        if (value == null || kind.counts() && baseline == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind) {
                    case AT_LEAST -> value.compareTo(limit) >= 0;
                    case AT_MOST -> value.compareTo(limit) <= 0;
                    case CHANGED -> reached(value.subtract(baseline), limit);
                    case PERCENT ->
                        baseline.signum() > 0
                                && reached(value.subtract(baseline).movePointRight(2), limit.multiply(baseline));
                });
    }

    private boolean reached(BigDecimal change, BigDecimal wanted) {
        return limit.signum() < 0 ? change.compareTo(wanted) <= 0 : change.compareTo(wanted) >= 0;
    }
}
