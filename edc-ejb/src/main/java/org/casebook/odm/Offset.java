package org.casebook.odm;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time in calendar months, days and hours (ISO 8601 duration, as ODM 2.0 writes timings). Months are counted by the
 * calendar and never turned into days: one month after 31 January is the last of February.
 *
 * @param months negative before the anchor; a year is 12
 * @param days negative before the anchor; a week is 7
 * @param hours negative before the anchor; elapsed hours where times are known, else the days on which they can fall
 */
public record Offset(int months, int days, int hours) {

    /** No time at all. */
    public static final Offset NONE = new Offset(0, 0, 0);

    private static final int DAY = 24;

    private static final Pattern ISO = Pattern.compile("([+-])?P(?=.)(?:([+-]?\\d{1,4})Y)?(?:([+-]?\\d{1,4})M)?"
            + "(?:([+-]?\\d{1,4})W)?(?:([+-]?\\d{1,4})D)?(?:T(?:([+-]?\\d{1,5})H))?");

    /** A whole number of days. */
    public static Offset ofDays(int days) {
        return new Offset(0, days, 0);
    }

    /** Reads an ISO 8601 duration of years, months, weeks, days and hours; empty when it is none. */
    public static Optional<Offset> parse(String text) {
        Matcher parts = ISO.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int sign = "-".equals(parts.group(1)) ? -1 : 1;
        return Optional.of(new Offset(
                sign * (12 * number(parts.group(2)) + number(parts.group(3))),
                sign * (7 * number(parts.group(4)) + number(parts.group(5))),
                sign * number(parts.group(6))));
    }

    private static int number(String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }

    public boolean isNegative() {
        return months < 0 || days < 0 || hours < 0;
    }

    /** Whether it is counted in hours that are no whole days. */
    public boolean isHourly() {
        return hours % DAY != 0;
    }

    public Offset minus(Offset other) {
        return new Offset(months - other.months, days - other.days, hours - other.hours);
    }

    public Offset negated() {
        return NONE.minus(this);
    }

    /** The first date on which it can end that begins at some time of this day. */
    public LocalDate earliestFrom(LocalDate day) {
        return calendar(day).plusDays(Math.floorDiv(hours, DAY));
    }

    /** The last date on which it can end that begins at some time of this day. */
    public LocalDate latestFrom(LocalDate day) {
        return calendar(day).plusDays(-Math.floorDiv(-hours, DAY));
    }

    /**
     * The time at which it ends that begins at this one: months and days by the calendar, at the same time of day, then hours as
     * they elapse, whatever clocks do meanwhile.
     */
    public ZonedDateTime from(ZonedDateTime time) {
        return time.plusMonths(months).plusDays(days).plusHours(hours);
    }

    private LocalDate calendar(LocalDate day) {
        return day.plusMonths(months).plusDays(days);
    }

    /** As ODM 2.0 writes it, for example {@code P3M}, {@code -P14D} or {@code PT36H}; {@code P0D} for none. */
    @Override
    public String toString() {
        if (equals(NONE)) {
            return "P0D";
        }
        boolean before = months <= 0 && days <= 0 && hours <= 0;
        int sign = before ? -1 : 1;
        return (before ? "-P" : "P")
                + (months == 0 ? "" : sign * months + "M")
                + (days == 0 ? "" : sign * days + "D")
                + (hours == 0 ? "" : "T" + sign * hours + "H");
    }
}
