package org.casebook.laboratory;

import java.io.Serializable;
import java.util.Locale;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;

/**
 * From which age on, and up to which, a range is meant: from the birthday (or its day of the month) at the lower age, to the
 * day before it at the upper one.
 *
 * @param from lowest age, included, 0 to 150 years; null: from birth on
 * @param to upper age, not included any more; null: without end
 */
public record AgeBand(Integer from, Integer to, Unit unit) {

    /** Any age. */
    public static final AgeBand ANY = new AgeBand(null, null, Unit.YEARS);

    private static final int OLDEST_MONTHS = 150 * 12;

    /** In what ages are counted, completed ones. */
    public enum Unit {
        YEARS(12),
        MONTHS(1);

        private final int months;

        Unit(int months) {
            this.months = months;
        }
    }

    public AgeBand {
        unit = unit == null ? Unit.YEARS : unit;
        int low = from == null ? 0 : from;
        if (low < 0
                || to != null && to <= low
                || months(unit, from) > OLDEST_MONTHS
                || months(unit, to) > OLDEST_MONTHS) {
            throw new Invalid(Sentence.of("laboratory", "noBand", said(from), said(to)));
        }
    }

    private static Serializable said(Integer age) {
        return age == null ? Sentence.of("laboratory", "any") : age;
    }

    private static int months(Unit unit, Integer age) {
        return age == null ? 0 : Math.multiplyExact(Math.min(age, OLDEST_MONTHS + 1), unit.months);
    }

    /** Lowest age in months, included. */
    public int fromMonths() {
        return months(unit, from);
    }

    /** Upper age in months, not included; null: without end. */
    public Integer toMonths() {
        return to == null ? null : months(unit, to);
    }

    boolean isAny() {
        return fromMonths() == 0 && to == null;
    }

    boolean meets(AgeBand other) {
        return (to == null || other.fromMonths() < toMonths()) && (other.to == null || fromMonths() < other.toMonths());
    }

    /** Whether somebody is in it who is at least and at most so many months old. */
    boolean holds(long youngest, long oldest) {
        return youngest >= fromMonths() && (to == null || oldest < toMonths());
    }

    /** In words: {@code all ages}, {@code 18–65 years}. */
    Sentence words() {
        if (isAny()) {
            return Sentence.of("laboratory", "allAges");
        }
        Sentence counted = Sentence.of("laboratory", unit.name().toLowerCase(Locale.ROOT));
        if (to == null) {
            return Sentence.of("laboratory", "atLeast", from, counted);
        }
        return from == null
                ? Sentence.of("laboratory", "under", to, counted)
                : Sentence.of("laboratory", "between", from, to, counted);
    }
}
