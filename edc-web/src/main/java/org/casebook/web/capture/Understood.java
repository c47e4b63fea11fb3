package org.casebook.web.capture;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.regex.Pattern;
import org.casebook.capture.CaseFormView.Meaning;
import org.casebook.kernel.Language;
import org.casebook.kernel.PartialDate;
import org.casebook.rules.DataType;
import org.casebook.rules.Reading;
import org.casebook.rules.ValueShape;
import org.casebook.web.shell.Words;

/** What was understood of what somebody typed, in words that read one way everywhere; shown beside the field. */
public final class Understood {

    private static final Pattern WITH_OFFSET = Pattern.compile(".*T.*([+-]\\d\\d:\\d\\d|Z)");

    private Understood() {}

    /**
     * @param meaning null: nothing was
     * @param typed as typed
     * @return empty where the text says the same already
     */
    public static String of(Meaning meaning, String typed) {
        if (meaning == null) {
            return "";
        }
        if (meaning.standard() != null) {
            return word("standardValue", meaning.standard(), meaning.standardUnit());
        }
        return switch (meaning.type()) {
            case DATE, PARTIAL_DATE, DATETIME -> words(meaning.type(), meaning.value());
            case INTEGER, DECIMAL, VAS, TIME ->
                typed == null || meaning.value().equals(typed.strip()) ? "" : word("readAs", meaning.value());
            default -> "";
        };
    }

    /** What a button says that offers this reading. */
    public static String offer(DataType type, String reading) {
        // an answer kept from before items told their type has none
        Reading read = type == null ? null : ValueShape.of(type).read(reading);
        return read == null || read.value() == null
                ? reading
                : words(type, read.value().text());
    }

    private static String words(DataType type, String value) {
        return switch (type) {
            case DATE, PARTIAL_DATE -> date(PartialDate.parse(value));
            case DATETIME -> dateTime(value);
            default -> value;
        };
    }

    private static String date(PartialDate date) {
        String year = String.valueOf(date.year());
        if (date.month() == null) {
            return date.day() == null
                    ? word("monthAndDayUnknown", year)
                    : word("monthUnknown", String.valueOf(date.day()), year);
        }
        String month = java.time.Month.of(date.month())
                .getDisplayName(TextStyle.FULL, Language.ofReader().locale());
        return date.day() == null
                ? word("dayUnknown", month, year)
                : word("wholeDate", String.valueOf(date.day()), month, year);
    }

    private static String dateTime(String value) {
        if (!WITH_OFFSET.matcher(value).matches()) {
            LocalDateTime at = LocalDateTime.parse(value);
            return word("dateAndTime", date(PartialDate.of(at.toLocalDate())), clock(at.toLocalTime()));
        }
        OffsetDateTime at = OffsetDateTime.parse(value);
        String offset =
                at.getOffset().getTotalSeconds() == 0 ? "" : at.getOffset().getId();
        return word("timeAtOffset", date(PartialDate.of(at.toLocalDate())), clock(at.toLocalTime()), offset);
    }

    private static String clock(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern(time.getSecond() == 0 ? "HH:mm" : "HH:mm:ss"));
    }

    private static String word(String key, Object... values) {
        return Words.of("capture", key, values);
    }
}
