package org.casebook.it.kinds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes at random what people write into each kind of item: right, unusual, and wrong. */
final class Pen {

    private static final List<String> WORDS = List.of(
            "pain",
            "Müller",
            "<b>bold</b>",
            "a & b",
            "\"quoted\"",
            "O'Neill",
            "=1+1",
            "#{7*191}",
            "Ω≈ç√",
            "日本語",
            "🙂",
            "ok");
    private static final List<String> BLANKS = List.of("NOT_DONE", "UNKNOWN", "NOT_APPLICABLE", "REFUSED");
    private static final List<String> UNITS = java.util.Arrays.asList(null, "U.LB", "U.G");
    private static final ZoneId SITE = ZoneId.of("Europe/Berlin");
    private static final int FIRST_YEAR = 1920;
    private static final int YEARS = 110;

    private final Random random;

    Pen(Random random) {
        this.random = random;
    }

    /** Something for the item: mostly a value, now and then nothing, or a reason for nothing. */
    Written write(Kind kind) {
        int turn = random.nextInt(12);
        if (turn == 0) {
            return Written.NOTHING;
        }
        if (turn == 1) {
            return Written.left(pick(BLANKS));
        }
        return switch (kind) {
            case TEXT -> words(6, " ");
            case LONG_TEXT -> words(12, "\n");
            case INTEGER -> integer();
            case DECIMAL -> decimal(1);
            case DATE -> random.nextInt(4) == 0 ? noDate() : date();
            case PARTIAL_DATE -> partialDate();
            case TIME -> time();
            case DATETIME -> dateTime();
            case YES_NO -> Written.code(pick(List.of("true", "false")));
            case RADIO -> code("t", 3);
            case LIST -> code("l", 12);
            case SEARCH -> chance(5) ? Written.nonsense(pick(List.of("Quartz river", "s41", "Amber"))) : code("s", 40);
            case MANY -> many();
            case SCALE -> scale();
            case UNIT -> decimal(2).in(pick(UNITS));
            case HIDDEN -> words(3, " ");
        };
    }

    boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Written words(int most, String between) {
        String text = random.ints(1 + random.nextInt(most), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(between));
        String typed = (chance(5) ? "  " : "") + text + (chance(5) ? " " : "");
        boolean fits = between.equals("\n")
                || typed.strip().codePointCount(0, typed.strip().length()) <= 60;
        return Written.of(typed, fits ? typed.strip() : null);
    }

    private Written integer() {
        int number = random.nextInt(1000);
        return oneOf(
                () -> Written.of("" + number, "" + number),
                () -> Written.of("+" + number, "" + number),
                () -> Written.of(number + ".0", "" + number),
                () -> Written.of(" " + number + " ", "" + number),
                () -> Written.nonsense(number + ".5"),
                () -> Written.nonsense("1" + pad(number, 3)),
                () -> Written.nonsense(number + "e2"),
                () -> Written.nonsense(pick(List.of("NaN", "Infinity", "about 5", "1/2", "0x1F", "--1", "12 345"))));
    }

    private Written decimal(int digits) {
        BigDecimal number = new BigDecimal(random.nextInt(9999)).movePointLeft(1 + random.nextInt(digits));
        String plain = number.toPlainString();
        return oneOf(
                () -> Written.of(plain, plain),
                () -> Written.of(plain, plain),
                () -> Written.of(plain.replace('.', ','), plain),
                () -> Written.of(plain + "0", plain + "0"),
                () -> Written.nonsense(plain + "00" + 7),
                () -> Written.nonsense(random.nextInt(8) + 1 + "," + pad(random.nextInt(999), 3)),
                () -> Written.nonsense(plain + "e1"),
                () -> Written.nonsense(pick(List.of("NaN", "1.2.3", "< 5", "9".repeat(41), "5 kg"))));
    }

    private Written scale() {
        int mark = random.nextInt(101);
        return oneOf(
                () -> Written.of("" + mark, "" + mark),
                () -> Written.of("" + mark, "" + mark),
                () -> Written.of(mark + ".0", mark + ".0"),
                () -> Written.nonsense("" + (101 + mark)),
                () -> Written.nonsense("-" + (1 + mark)),
                () -> Written.nonsense(mark + ".5"),
                () -> Written.nonsense("left end"));
    }

    private LocalDate day() {
        return LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(YEARS * 365));
    }

    private Written date() {
        LocalDate day = day();
        String name =
                day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 3);
        String meaning = day.toString();
        return oneOf(
                () -> Written.of(meaning, meaning),
                () -> Written.of(
                        "%02d-%s-%d".formatted(day.getDayOfMonth(), name.toUpperCase(Locale.ROOT), day.getYear()),
                        meaning),
                () -> Written.of("%d %s %d".formatted(day.getDayOfMonth(), name, day.getYear()), meaning),
                () -> Written.of(
                        "%d.%d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()), meaning),
                () -> slashes(day));
    }

    /** With slashes the order of day and month is anybody's guess, unless one of them can be no month. */
    private static Written slashes(LocalDate day) {
        boolean clear = day.getDayOfMonth() > 12 || day.getDayOfMonth() == day.getMonthValue();
        String text = "%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        return Written.of(text, clear ? day.toString() : null);
    }

    private Written noDate() {
        return Written.nonsense(pick(List.of(
                "2024-02-30", "yesterday", "32-JAN-2024", "2024-13-01", "5/2024", "2024", "05-FOO-2024", "24-03-05")));
    }

    private Written partialDate() {
        LocalDate day = day();
        Month month = day.getMonth();
        String name = month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                .substring(0, 3)
                .toUpperCase(Locale.ROOT);
        String ym = day.toString().substring(0, 7);
        return oneOf(
                this::date,
                () -> Written.of("UN-" + name + "-" + day.getYear(), ym),
                () -> Written.of(month.getValue() + "/" + day.getYear(), ym),
                () -> Written.of(ym, ym),
                () -> Written.of("" + day.getYear(), "" + day.getYear()),
                () -> Written.of("UN-UN-" + day.getYear(), "" + day.getYear()),
                () -> Written.of("UN-UNK-" + day.getYear(), "" + day.getYear()),
                () -> Written.nonsense(
                        pick(List.of("2024-02-30", "UN-UN-UN", "13/2024", "spring 2024", "31-JUN-2024"))));
    }

    private Written time() {
        LocalTime time = LocalTime.ofSecondOfDay(random.nextInt(86_400)).withSecond(0);
        String meaning = time.toString();
        return oneOf(
                () -> Written.of(meaning, meaning),
                () -> Written.of(time.getHour() + ":" + pad(time.getMinute(), 2), meaning),
                () -> Written.of(time.format(DateTimeFormatter.ofPattern("HHmm")), meaning),
                () -> Written.nonsense(pick(List.of("24:00", "9:60", "noon", "25", "1:2:3"))));
    }

    private Written dateTime() {
        if (chance(8)) {
            return pick(List.of(
                    Written.nonsense("2024-03-31 02:30"),
                    Written.nonsense("2024-10-27 02:30"),
                    Written.of("2024-10-27 02:30+01:00", "2024-10-27T02:30+01:00"),
                    Written.of("2024-03-05T09:30Z", "2024-03-05T09:30Z"),
                    Written.nonsense("2024-03-05")));
        }
        Written date = date();
        Written time = time();
        String text = date.text() + " " + time.text();
        if (date.meaning() == null || time.meaning() == null) {
            return Written.nonsense(text);
        }
        LocalDateTime at = LocalDateTime.parse(date.meaning() + "T" + time.meaning());
        List<ZoneOffset> offsets = SITE.getRules().getValidOffsets(at);
        return Written.of(text, offsets.size() == 1 ? at + offsets.get(0).getId() : null);
    }

    private Written code(String list, int size) {
        return Written.code(list + pad(1 + random.nextInt(size), 2));
    }

    private Written many() {
        List<String> codes = new ArrayList<>(IntStream.rangeClosed(1, 5)
                .filter(code -> random.nextBoolean())
                .mapToObj(code -> "f" + pad(code, 2))
                .toList());
        return codes.isEmpty() ? Written.NOTHING : Written.code(String.join(",", codes));
    }

    @SafeVarargs
    private Written oneOf(Supplier<Written>... ways) {
        return ways[random.nextInt(ways.length)].get();
    }

    private static String pad(int number, int width) {
        return ("%0" + width + "d").formatted(number);
    }
}
