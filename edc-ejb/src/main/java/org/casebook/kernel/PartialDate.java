package org.casebook.kernel;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/**
 * A date as a participant remembers it: the year is known, the month or the day may not be (ODM 2.0 partialDate; with a
 * known day but an unknown month, incompleteDate).
 *
 * <p>It stands for every day it could be, from {@link #earliest} to {@link #latest}; comparisons answer only what holds
 * for all of them and are otherwise {@link Truth#UNKNOWN}.
 *
 * @param year 1800 to 2999
 * @param month 1 to 12; null when unknown
 * @param day day of the month; null when unknown
 */
public record PartialDate(int year, Integer month, Integer day) {

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2999;
    private static final int MONTHS = 12;
    private static final int LONGEST_MONTH = 31;

    public PartialDate {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new Invalid(Sentence.of("kernel", "noYear", year));
        }
        if (month != null && (month < 1 || month > MONTHS)) {
            throw new Invalid(Sentence.of("kernel", "noMonth", month));
        }
        int longest = month == null ? LONGEST_MONTH : YearMonth.of(year, month).lengthOfMonth();
        if (day != null && (day < 1 || day > longest)) {
            throw new Invalid(Sentence.of("kernel", "noDay", day, monthText(year, month)));
        }
    }

    /** A date of which everything is known. */
    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /**
     * Reads what a person typed or a file holds; see {@link DateText} for the ways of writing.
     *
     * @throws Invalid when it is no date, or could be two; the sentence offers both readings
     */
    public static PartialDate parse(String text) {
        return new DateText(text).read();
    }

    public boolean isComplete() {
        return month != null && day != null;
    }

    /** Whether the day is known and the month is not, which only ODM's incompleteDate can say. */
    public boolean isIncomplete() {
        return month == null && day != null;
    }

    /** The date, when all of it is known. */
    public LocalDate toLocalDate() {
        if (!isComplete()) {
            throw new Invalid(Sentence.of("kernel", "dateNotComplete", toString()));
        }
        return LocalDate.of(year, month, day);
    }

    /** The first day that it could be. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /** The last day that it could be. */
    public LocalDate latest() {
        // December has 31 days, so a known day fits whatever it is
        YearMonth last = YearMonth.of(year, month == null ? MONTHS : month);
        return day == null ? last.atEndOfMonth() : last.atDay(day);
    }

    /** Whether this lies before the other, whatever the unknown parts are. */
    public Truth before(PartialDate other) {
        if (latest().isBefore(other.earliest())) {
            return Truth.TRUE;
        }
        return earliest().isBefore(other.latest()) ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** Whether this lies after the other, whatever the unknown parts are. */
    public Truth after(PartialDate other) {
        return other.before(this);
    }

    /** Whether both are the same day: known only of complete dates, or of dates that cannot meet. */
    public Truth sameDay(PartialDate other) {
        if (isComplete() && other.isComplete()) {
            return Truth.of(equals(other));
        }
        boolean apart = latest().isBefore(other.earliest()) || other.latest().isBefore(earliest());
        return apart || cannotMeet(other) ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** Days from this to the other (negative when the other is earlier); empty unless both are complete. */
    public OptionalLong daysUntil(PartialDate other) {
        if (!isComplete() || !other.isComplete()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(ChronoUnit.DAYS.between(toLocalDate(), other.toLocalDate()));
    }

    /** Whole years from this to the other; empty when the unknown parts leave more than one answer. */
    public OptionalLong yearsUntil(PartialDate other) {
        long least = ChronoUnit.YEARS.between(latest(), other.earliest());
        long most = ChronoUnit.YEARS.between(earliest(), other.latest());
        return least == most ? OptionalLong.of(least) : OptionalLong.empty();
    }

    private boolean cannotMeet(PartialDate other) {
        boolean days = day != null && other.day != null && !day.equals(other.day);
        boolean months = month != null && other.month != null && !month.equals(other.month);
        return days || months;
    }

    /** ISO 8601: {@code 2024}, {@code 2024-03}, {@code 2024-03-05}; for an unknown month {@code 2024---05} (ODM). */
    @Override
    public String toString() {
        if (month == null) {
            return day == null ? "%04d".formatted(year) : "%04d---%02d".formatted(year, day);
        }
        return day == null ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
    }

    private static Serializable monthText(int year, Integer month) {
        return month == null
                ? Sentence.of("kernel", "anyMonth")
                : YearMonth.of(year, month).toString();
    }
}
