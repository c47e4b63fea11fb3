package org.casebook.laboratory;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.casebook.kernel.Language;
import org.casebook.kernel.Sentence;

/**
 * A reference range.
 *
 * @param version 1 when it was entered, one more with each change
 * @param laboratory code of the laboratory
 * @param laboratoryName as people call it
 * @param site number of the only site that the laboratory serves; null: all sites
 * @param analyte what is measured, as study files call it
 * @param unit symbol of the unit of low and high; null: a number without unit
 * @param low lowest normal value, included; null: no lower end
 * @param high highest normal value, included; null: no upper end
 * @param sex code of the sex as in the study's form; null: both
 * @param from first day on which samples are held against it
 * @param to last such day, included; null: until it is ended
 */
public record RangeView(
        long id,
        int version,
        String laboratory,
        String laboratoryName,
        String site,
        String analyte,
        String unit,
        BigDecimal low,
        BigDecimal high,
        String sex,
        AgeBand ages,
        LocalDate from,
        LocalDate to) {

    /** Low and high as written: {@code 4.0–10.0}, {@code ≤10}, {@code ≥4}. */
    public String limits() {
        return limits(low, high);
    }

    static String limits(BigDecimal low, BigDecimal high) {
        if (low == null) {
            return "≤" + high.toPlainString();
        }
        return high == null ? "≥" + low.toPlainString() : low.toPlainString() + "–" + high.toPlainString();
    }

    /** In one line as it is stored: limits, unit, laboratory, sex, ages, dates. */
    public String sentence() {
        return words().in(Language.ENGLISH);
    }

    /** The same in the reader's language. */
    public String shown() {
        return words().in(Language.ofReader());
    }

    Sentence words() {
        String begin =
                limits() + (unit == null ? "" : " " + unit) + ", " + laboratoryName + (sex == null ? "" : ", " + sex);
        Sentence dates = to == null
                ? Sentence.of("laboratory", "since", from.toString())
                : Sentence.of("laboratory", "fromTo", from.toString(), to.toString());
        return Sentence.of("laboratory", "range", begin, ages.words(), dates);
    }

    /** Whether some sample could be held against both. */
    boolean overlaps(RangeView other) {
        return laboratory.equals(other.laboratory)
                && analyte.equals(other.analyte)
                && (sex == null || other.sex == null || sex.equalsIgnoreCase(other.sex))
                && ages.meets(other.ages)
                && (to == null || !other.from.isAfter(to))
                && (other.to == null || !from.isAfter(other.to));
    }

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
