package org.casebook.rules;

import java.math.BigDecimal;
import java.util.List;
import org.casebook.kernel.Truth;

/**
 * Compares one number with fixed ones, exactly in decimals, without the expression language.
 *
 * @param comparator how
 * @param values with what; one, except for IN and NOTIN
 */
public record RangeCheck(Comparator comparator, List<BigDecimal> values) {

    public RangeCheck {
        values = List.copyOf(values);
        boolean several = comparator == Comparator.IN || comparator == Comparator.NOTIN;
        if (values.isEmpty() || !several && values.size() != 1) {
            throw new IllegalArgumentException(comparator + " needs " + (several ? "at least one value" : "one value"));
        }
    }

    /** ODM Comparator: the value's relation to the check values when all is well. */
    public enum Comparator {
        LT,
        LE,
        GT,
        GE,
        EQ,
        NE,
        IN,
        NOTIN
    }

    /** Whether the value is as expected; unknown while there is none. */
    public Truth holds(TypedValue value) {
        return value == null ? Truth.UNKNOWN : Truth.of(compare(value.number()));
    }

    private boolean compare(BigDecimal number) {
        int difference = number.compareTo(values.get(0));
        return switch (comparator) {
            case LT -> difference < 0;
            case LE -> difference <= 0;
            case GT -> difference > 0;
            case GE -> difference >= 0;
            case EQ -> difference == 0;
            case NE -> difference != 0;
            case IN -> contains(number);
            case NOTIN -> !contains(number);
        };
    }

    private boolean contains(BigDecimal number) {
        return values.stream().anyMatch(value -> value.compareTo(number) == 0);
    }
}
