package org.casebook.laboratory;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;

/**
 * A range as somebody writes it down, on the page or in a row of a file; blank is null.
 *
 * @param laboratory code
 * @param sex code as in the study's form; null: both
 * @param ageFrom lowest age, included
 * @param ageTo upper age, not included
 * @param ageUnit {@code years} or {@code months}; null: years
 * @param from first day, ISO 8601
 * @param to last day, included; null: until it is ended
 */
public record RangeDraft(
        String laboratory,
        String analyte,
        String unit,
        String low,
        String high,
        String sex,
        String ageFrom,
        String ageTo,
        String ageUnit,
        String from,
        String to) {

    /** What is wanted beside laboratory and analyte, understood. */
    record Content(
            String unit, BigDecimal low, BigDecimal high, String sex, AgeBand ages, LocalDate from, LocalDate to) {}

    public RangeDraft {
        laboratory = stripped(laboratory);
        analyte = stripped(analyte);
        unit = stripped(unit);
        low = stripped(low);
        high = stripped(high);
        sex = stripped(sex);
        ageFrom = stripped(ageFrom);
        ageTo = stripped(ageTo);
        ageUnit = stripped(ageUnit);
        from = stripped(from);
        to = stripped(to);
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * @throws Invalid with what cannot be understood
     */
    Content read() {
        BigDecimal lowest = number(low, "low");
        BigDecimal highest = number(high, "high");
        if (lowest == null && highest == null) {
            throw new Invalid(said("noLimit"));
        }
        if (lowest != null && highest != null && lowest.compareTo(highest) > 0) {
            throw new Invalid(said("lowAboveHigh", low, high));
        }
        if (from == null) {
            throw new Invalid(said("fromNeeded"));
        }
        LocalDate first = date(from);
        LocalDate last = to == null ? null : date(to);
        if (last != null && last.isBefore(first)) {
            throw new Invalid(said("endsBefore", last.toString(), first.toString()));
        }
        AgeBand ages = new AgeBand(age(ageFrom), age(ageTo), countedIn());
        return new Content(unit, lowest, highest, sex, ages, first, last);
    }

    private static Sentence said(String key, Serializable... parts) {
        return Sentence.of("laboratory", key, parts);
    }

    private static BigDecimal number(String text, String what) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[+-]?\\d{1,12}([.,]\\d{1,9})?")) {
            throw new Invalid(said("noNumber", text, said(what)));
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    private static Integer age(String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,4}")) {
            throw new Invalid(said("noAge", text));
        }
        return Integer.valueOf(text);
    }

    private AgeBand.Unit countedIn() {
        return Arrays.stream(AgeBand.Unit.values())
                .filter(known -> ageUnit == null || known.name().equals(ageUnit.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Invalid(said("noAgeUnit", ageUnit)));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw new Invalid(said("noDate", text));
        }
    }
}
