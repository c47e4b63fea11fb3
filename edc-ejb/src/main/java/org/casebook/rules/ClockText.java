package org.casebook.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebook.kernel.Ambiguous;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.PartialDate;
import org.casebook.kernel.Sentence;

/**
 * Reads times of a day, alone or behind a date: {@code 9:30}, {@code 0930}, {@code 9.30}, {@code 9h30}, {@code 9:30 pm},
 * {@code 9:30 Uhr}; a date with a time may say its offset ({@code +02:00}, {@code Z}), else the place's zone decides.
 *
 * @param zone the place's time zone; null or giving null: none, and no offset is told
 */
record ClockText(Supplier<ZoneId> zone) {

    private static final String CLOCK = "\\d{1,2}[:.h]\\d{2}(?::\\d{2})?|\\d{3,4}|\\d{1,2}(?= ?[ap])";
    private static final String HALF = " ?(?:[ap]\\.?m\\.?|uhr)";
    private static final Pattern TIME = Pattern.compile("(" + CLOCK + ")(" + HALF + ")?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTS = Pattern.compile("(\\d{1,2}?)[:.h]?(?:(\\d{2})(?::(\\d{2}))?)?");
    private static final Pattern BOTH = Pattern.compile(
            "(.+?)(?:[ ,]+|(?<=\\d)T)((?:" + CLOCK + ")(?:" + HALF + ")?)(?: ?(Z|UTC|[+-]\\d{2}:?\\d{2}))?",
            Pattern.CASE_INSENSITIVE);
    private static final int NOON = 12;

    /** {@code HH:MM} or {@code HH:MM:SS}. */
    String time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw noTime(text);
        }
        Matcher parts = PARTS.matcher(time.group(1));
        if (!parts.matches()) {
            throw noTime(text);
        }
        String half = time.group(2) == null ? "" : time.group(2).strip().toLowerCase(Locale.ROOT);
        try {
            LocalTime read =
                    LocalTime.of(hour(text, parts.group(1), half), number(parts.group(2)), number(parts.group(3)));
            return parts.group(3) == null ? read.toString() : read.format(DateTimeFormatter.ISO_LOCAL_TIME);
        } catch (DateTimeException none) {
            throw noTime(text);
        }
    }

    private static int hour(String text, String digits, String half) {
        int hour = number(digits);
        if (!half.startsWith("a") && !half.startsWith("p")) {
            return hour;
        }
        if (hour < 1 || hour > NOON) {
            throw noTime(text);
        }
        return hour % NOON + (half.startsWith("p") ? NOON : 0);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** {@code YYYY-MM-DDTHH:MM} with the offset, where there is one. */
    String dateTime(String text) {
        Matcher both = BOTH.matcher(text);
        if (isDate(text) || !both.matches()) {
            throw new Invalid(Sentence.of("rules", "noDateTime", text));
        }
        String day = day(text, both);
        String clock = time(both.group(2));
        if (both.group(3) != null) {
            return day + "T" + clock + offset(text, both.group(3));
        }
        ZoneId place = zone == null ? null : zone.get();
        return place == null ? day + "T" + clock : at(LocalDate.parse(day), clock, place);
    }

    private static String day(String text, Matcher both) {
        try {
            return ValueParser.completeDate(both.group(1).strip()).toString();
        } catch (Ambiguous two) {
            String time = " " + text.substring(both.start(2));
            throw two.within(reading -> reading + time);
        }
    }

    private static boolean isDate(String text) {
        try {
            PartialDate.parse(text);
            return true;
        } catch (Invalid other) {
            return false;
        }
    }

    private static String offset(String text, String written) {
        try {
            return ZoneOffset.of(written.equalsIgnoreCase("UTC") ? "Z" : written.toUpperCase(Locale.ROOT))
                    .getId();
        } catch (DateTimeException none) {
            throw new Invalid(Sentence.of("rules", "noOffset", text));
        }
    }

    private static String at(LocalDate day, String clock, ZoneId place) {
        LocalDateTime time = day.atTime(LocalTime.parse(clock));
        List<ZoneOffset> offsets = place.getRules().getValidOffsets(time);
        if (offsets.size() == 1) {
            return day + "T" + clock + offsets.get(0);
        }
        if (offsets.isEmpty()) {
            ZoneOffsetTransition change = place.getRules().getTransition(time);
            throw new Invalid(Sentence.of(
                    "rules",
                    "noSuchTime",
                    day,
                    clock,
                    change.getDateTimeBefore().toLocalTime(),
                    change.getDateTimeAfter().toLocalTime(),
                    place.getId()));
        }
        List<String> readings =
                offsets.stream().map(offset -> day + " " + clock + offset).toList();
        throw new Ambiguous(
                Sentence.of("rules", "timeTwice", day, clock, place.getId(), readings.get(0), readings.get(1)),
                readings);
    }

    private static Invalid noTime(String text) {
        return new Invalid(Sentence.of("rules", "noTime", text));
    }
}
