package org.casebook.rules;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casebook.kernel.Ambiguous;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.PartialDate;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;

/** Reads typed text as a value of a shape. Generous in writing, strict in meaning: what could be two things is asked back. */
record ValueParser(ValueShape shape, Supplier<ZoneId> zone) {

    private static final String ROOM = "rules";
    private static final Set<String> YES = Set.of("true", "yes", "y", "ja", "j", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "nein", "0");
    /** Of a longer list nobody reads all answers in a sentence. */
    private static final int MOST_TOLD = 9;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");
    private static final Pattern PERHAPS_THOUSANDS = Pattern.compile("([+-]?[1-9]\\d{0,2})[.,](\\d{3})");
    /** The name of an attached file and the number under which it is kept. */
    private static final Pattern ATTACHED = Pattern.compile("\\S.* #\\d{1,18}");

    /** Ids of rows, as programs send them; and each behind what the row is about, as the trail keeps them. */
    private static final Pattern ROW_IDS = Pattern.compile("\\d{1,18}( *, *\\d{1,18})*");

    private static final Pattern TITLED_ROW = Pattern.compile("[^#]*#(\\d{1,18})(; |$)");

    private static final int LONGEST_NUMBER = 40;

    Reading read(String typed) {
        if (Words.showsNothing(typed)) {
            return Reading.nothing();
        }
        try {
            return Reading.of(typed, new TypedValue(shape.type(), canonical(typed.strip())));
        } catch (Ambiguous problem) {
            return Reading.ambiguous(typed, problem);
        } catch (Invalid problem) {
            return Reading.unreadable(typed, problem.sentence());
        }
    }

    private String canonical(String text) {
        return switch (shape.type()) {
            case TEXT, LONG_TEXT -> text(text);
            case INTEGER -> wholeNumber(text);
            case DECIMAL, CALCULATED -> decimal(text).toPlainString();
            case VAS -> onScale(text);
            case DATE -> completeDate(text).toString();
            case PARTIAL_DATE -> PartialDate.parse(text).toString();
            case TIME -> new ClockText(zone).time(text);
            case DATETIME -> new ClockText(zone).dateTime(text);
            case BOOLEAN -> yesNo(text);
            case CHOICE -> code(text);
            case MULTI_CHOICE -> codes(text);
            case ATTACHMENT -> attached(text);
            case ROW_LINK -> rows(text);
        };
    }

    private static String attached(String text) {
        if (!ATTACHED.matcher(text).matches()) {
            throw said("noFile", text);
        }
        return text;
    }

    private String text(String text) {
        if (shape.length() != null && text.codePointCount(0, text.length()) > shape.length()) {
            throw said("tooLong", text.codePointCount(0, text.length()), shape.length());
        }
        return text;
    }

    private String wholeNumber(String text) {
        Matcher thousands = PERHAPS_THOUSANDS.matcher(text);
        if (thousands.matches()) {
            boolean both = thousands.group(2).equals("000");
            throw new Ambiguous(
                    Sentence.of(
                            ROOM,
                            "twoWholeNumbers",
                            text,
                            thousands.group(1) + thousands.group(2),
                            thousands.group(1) + "." + thousands.group(2)),
                    both
                            ? List.of(thousands.group(1) + "000", thousands.group(1))
                            : List.of(thousands.group(1) + thousands.group(2)));
        }
        BigDecimal number = number(text);
        if (number.stripTrailingZeros().scale() > 0) {
            throw said("noWholeNumber", text);
        }
        BigDecimal whole = number.setScale(0);
        checkDigits(whole, text);
        return whole.toPlainString();
    }

    private BigDecimal decimal(String text) {
        BigDecimal number = number(text);
        checkDigits(number, text);
        Integer most = shape.significantDigits();
        if (most != null && Math.max(0, number.stripTrailingZeros().scale()) > most) {
            throw switch (most) {
                case 0 -> said("noWholeNumber", text);
                case 1 -> said("moreThanOneDecimal", text, most);
                default -> said("tooManyDecimals", text, most);
            };
        }
        return number;
    }

    private String onScale(String text) {
        BigDecimal number = decimal(text);
        boolean below = shape.low() != null && number.compareTo(shape.low()) < 0;
        boolean above = shape.high() != null && number.compareTo(shape.high()) > 0;
        if (below || above) {
            throw said(
                    "offTheScale",
                    text,
                    shape.low().toPlainString(),
                    shape.high().toPlainString());
        }
        return number.toPlainString();
    }

    private static BigDecimal number(String typed) {
        String text = typed.replace('\u2212', '-');
        if (PERHAPS_THOUSANDS.matcher(text).matches() && text.contains(",")) {
            throw twoNumbers(typed, text.replace(",", ""), text.replace(',', '.'));
        }
        if (DECIMAL_COMMA.matcher(text).matches()) {
            text = text.replace(',', '.');
        }
        if (!NUMBER.matcher(text).matches() || text.length() > LONGEST_NUMBER) {
            throw said("noNumber", typed);
        }
        return new BigDecimal(text);
    }

    private static Ambiguous twoNumbers(String typed, String large, String small) {
        return new Ambiguous(Sentence.of(ROOM, "twoNumbers", typed, large, small), List.of(large, small));
    }

    private void checkDigits(BigDecimal number, String text) {
        int digits = Math.max(number.precision(), number.scale());
        if (shape.length() != null && digits > shape.length()) {
            throw said("tooManyDigits", text, shape.length());
        }
    }

    static PartialDate completeDate(String text) {
        PartialDate date = PartialDate.parse(text);
        if (!date.isComplete()) {
            throw said("noCompleteDate", text);
        }
        return date;
    }

    private static String yesNo(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return "true";
        }
        if (NO.contains(word)) {
            return "false";
        }
        throw said("neitherYesNorNo", text);
    }

    private String code(String text) {
        if (!shape.codes().contains(text)) {
            throw shape.codes().size() > MOST_TOLD
                    ? said("noAnswerOfMany", text)
                    : said("noAnswer", text, String.join(", ", shape.codes()));
        }
        return text;
    }

    private String codes(String text) {
        List<String> chosen = Arrays.stream(text.split(","))
                .map(String::strip)
                .map(this::code)
                .toList();
        return String.join(",", shape.codes().stream().filter(chosen::contains).toList());
    }

    private static String rows(String text) {
        Matcher titled = TITLED_ROW.matcher(text);
        List<String> ids = ROW_IDS.matcher(text).matches()
                ? List.of(text.split(" *, *"))
                : titled.results().map(row -> row.group(1)).toList();
        // what is not read to its end is no list of rows
        if (ids.isEmpty()
                || !ROW_IDS.matcher(text).matches()
                        && !TITLED_ROW.matcher("").reset(text).replaceAll("").isEmpty()) {
            throw said("noRows", text);
        }
        return ids.stream()
                .map(Long::valueOf)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static Invalid said(String key, Serializable... parts) {
        return new Invalid(Sentence.of(ROOM, key, parts));
    }
}
