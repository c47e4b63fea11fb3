package org.casebook.outcome;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One way in which a participant responds.
 *
 * @param item OID of the item that is looked at
 * @param kind how it is looked at
 * @param limit what must be reached, in the item's standard unit; reaching it exactly is enough
 */
public record ResponseRule(String item, Kind kind, BigDecimal limit) {

    /** How a value is looked at. */
    public enum Kind {
        /** By its change from baseline: down by the limit when that is negative, up by it when positive. */
        CHANGED,
        AT_LEAST,
        AT_MOST
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
        if (value == null || kind == Kind.CHANGED && baseline == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind) {
                    case AT_LEAST -> value.compareTo(limit) >= 0;
                    case AT_MOST -> value.compareTo(limit) <= 0;
                    case CHANGED ->
                        limit.signum() < 0
                                ? value.subtract(baseline).compareTo(limit) <= 0
                                : value.subtract(baseline).compareTo(limit) >= 0;
                });
    }
}
