package org.casebook.web.laboratory;

import java.math.BigDecimal;
import java.util.Locale;
import org.casebook.laboratory.RangeView;
import org.casebook.web.shell.Words;

/**
 * One range as drawn.
 *
 * @param changeable whether this person may change or end it
 */
public record RangeRow(RangeView range, boolean changeable) {

    public String limits() {
        return range.unit() == null ? range.limits() : range.limits() + " " + range.unit();
    }

    public String sex() {
        return range.sex() == null ? Words.of("laboratory", "bothSexes") : range.sex();
    }

    public String ages() {
        Integer from = range.ages().from();
        Integer to = range.ages().to();
        String unit = Words.of("laboratory", "unit." + range.ages().unit());
        if (from == null) {
            return to == null ? Words.of("laboratory", "allAges") : Words.of("laboratory", "under", to, unit);
        }
        return to == null
                ? Words.of("laboratory", "atLeast", from, unit)
                : Words.of("laboratory", "between", from, to, unit);
    }

    public String valid() {
        return range.to() == null
                ? Words.of("laboratory", "since", range.from().toString())
                : Words.of(
                        "laboratory",
                        "fromTo",
                        range.from().toString(),
                        range.to().toString());
    }

    public String url() {
        return "/entry/ranges/" + range.id();
    }

    public String low() {
        return plain(range.low());
    }

    public String high() {
        return plain(range.high());
    }

    /** In what ages are counted, as it is sent. */
    public String ageUnit() {
        return range.ages().unit().name().toLowerCase(Locale.ROOT);
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
