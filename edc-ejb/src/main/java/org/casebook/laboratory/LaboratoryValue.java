package org.casebook.laboratory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.casebook.definition.ItemDefinition.Finding.Part;
import org.casebook.kernel.PartialDate;

/**
 * A value with all that decides by which range it is judged.
 *
 * @param number in the item's standard unit
 * @param unit symbol of that unit; null: none
 * @param laboratory what the form says of the laboratory, its code or name; null: it does not, and the only one of the site is
 *     meant
 * @param sex code of the sex; null when not known
 * @param birth date of birth, perhaps in part; null when not known
 * @param sampled date of the sample; null when not known
 */
public record LaboratoryValue(
        BigDecimal number, String unit, String laboratory, String sex, PartialDate birth, LocalDate sampled) {

    private static final String FOR = "; for ";
    private static final int INFANTS = 36;
    private static final int YEAR = 12;
    private static final int ISO_DATE = 10;

    /** Youngest and oldest that somebody can have been, in completed months. */
    private record Ages(long youngest, long oldest) {

        @Override
        public String toString() {
            boolean months = youngest < INFANTS;
            long low = months ? youngest : youngest / YEAR;
            long high = months ? oldest : oldest / YEAR;
            String word = months ? " months" : " years";
            return low == high ? low + word : low + "–" + high + word;
        }
    }

    /**
     * The same of texts as forms hold them.
     *
     * @param birth canonical date, perhaps in part; null when not known
     * @param sampled canonical date, or date with time; null when not known; nothing is known of one in part
     */
    public static LaboratoryValue of(
            BigDecimal number, String unit, String laboratory, String sex, String birth, String sampled) {
        PartialDate day = date(sampled);
        return new LaboratoryValue(
                number, unit, laboratory, sex, date(birth), day != null && day.isComplete() ? day.toLocalDate() : null);
    }

    private static PartialDate date(String text) {
        return text == null ? null : PartialDate.parse(text.substring(0, Math.min(text.length(), ISO_DATE)));
    }

    /**
     * What came of it.
     *
     * @param range the range and what it was chosen for, in one line; it begins with {@code no range} when there is none
     * @param flag LOW, NORMAL or HIGH (CDISC LBNRIND); null when there is no range
     * @param low in the item's standard unit; null: no lower end, or no range
     * @param high likewise
     */
    public record Finding(String range, String flag, BigDecimal low, BigDecimal high) {

        private static final String NO_RANGE = "no range";

        /** Whether a finding told so that there was no range. */
        public static boolean isWithoutRange(String range) {
            return range != null && range.startsWith(NO_RANGE);
        }

        /** Of no value. */
        public static final Finding NONE = new Finding(null, null, null, null);

        /** One part of it as the form holds it; null when there is none. */
        public String text(Part part) {
            return switch (part) {
                case RANGE -> range;
                case FLAG -> flag;
                case LOW -> low == null ? null : low.toPlainString();
                case HIGH -> high == null ? null : high.toPlainString();
            };
        }

        /** Whether an earlier finding, told by its range, was made of just the same, so that it stands. */
        public boolean stands(String earlier) {
            return range == null
                    ? earlier == null
                    : earlier != null && made(range).equals(made(earlier));
        }

        private static String made(String range) {
            int at = range.lastIndexOf(FOR);
            return at < 0 ? "" : range.substring(at);
        }
    }

    /**
     * Holds the value against the one range that is meant for it.
     *
     * @param ranges those of the analyte at the site
     * @param standard turns a limit in the unit with this symbol into the item's standard unit; empty when it cannot
     */
    public Finding in(List<RangeView> ranges, BiFunction<String, BigDecimal, Optional<BigDecimal>> standard) {
        List<RangeView> meant = ranges.stream().filter(this::isMeant).toList();
        // without a laboratory on the form two of them may have a range each: then none is known
        if (sampled == null || meant.size() != 1 || laboratory == null && laboratories(ranges) != 1) {
            return new Finding(Finding.NO_RANGE + chosenFor(), null, null, null);
        }
        RangeView range = meant.get(0);
        Optional<BigDecimal> low = limit(range, range.low(), standard);
        Optional<BigDecimal> high = limit(range, range.high(), standard);
        if (range.low() != null && low.isEmpty() || range.high() != null && high.isEmpty()) {
            return new Finding(Finding.NO_RANGE + " in a unit of this item" + chosenFor(), null, null, null);
        }
        String told = "%s; range %d.%d".formatted(range.sentence(), range.id(), range.version());
        return new Finding(told + chosenFor(), flag(low, high), low.orElse(null), high.orElse(null));
    }

    private static long laboratories(List<RangeView> ranges) {
        return ranges.stream().map(RangeView::laboratory).distinct().count();
    }

    private boolean isMeant(RangeView range) {
        return isAt(range)
                && (range.sex() == null || range.sex().equalsIgnoreCase(sex))
                && sampled != null
                && range.isValidOn(sampled)
                && (range.ages().isAny()
                        || ages().filter(ages -> range.ages().holds(ages.youngest(), ages.oldest()))
                                .isPresent());
    }

    private boolean isAt(RangeView range) {
        return laboratory == null || same(laboratory, range.laboratory()) || same(laboratory, range.laboratoryName());
    }

    private static boolean same(String said, String known) {
        return said.strip().toLowerCase(Locale.ROOT).equals(known.strip().toLowerCase(Locale.ROOT));
    }

    private static Optional<BigDecimal> limit(
            RangeView range, BigDecimal limit, BiFunction<String, BigDecimal, Optional<BigDecimal>> standard) {
        return limit == null ? Optional.empty() : standard.apply(range.unit(), limit);
    }

    private String flag(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        if (low.isPresent() && number.compareTo(low.get()) < 0) {
            return "LOW";
        }
        return high.isPresent() && number.compareTo(high.get()) > 0 ? "HIGH" : "NORMAL";
    }

    private Optional<Ages> ages() {
        if (birth == null || sampled == null || birth.earliest().isAfter(sampled)) {
            return Optional.empty();
        }
        LocalDate latest = birth.latest().isAfter(sampled) ? sampled : birth.latest();
        return Optional.of(new Ages(
                ChronoUnit.MONTHS.between(latest, sampled), ChronoUnit.MONTHS.between(birth.earliest(), sampled)));
    }

    /** All that decides, in one line; where two are equal the same was judged. */
    private String chosenFor() {
        return FOR
                + number.toPlainString()
                + (unit == null ? "" : " " + unit)
                + (laboratory == null ? "" : " at " + laboratory.strip())
                + ", "
                + (sex == null ? "sex not known" : sex)
                + ", "
                + ages().map(Ages::toString).orElse("age not known")
                + ", "
                + (sampled == null ? "date of the sample not known" : sampled);
    }
}
