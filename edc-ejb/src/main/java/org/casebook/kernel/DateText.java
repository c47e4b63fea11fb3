package org.casebook.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as somebody wrote it, and how to read it. Understood are
 *
 * <ul>
 *   <li>ISO 8601: {@code 2024}, {@code 2024-03}, {@code 2024-03-05}, and ODM's {@code 2024---05};
 *   <li>the style of paper forms, with UN or UNK for what is unknown: {@code 05-MAR-2024}, {@code UN-MAR-2024}, {@code
 *       UN-UNK-2024}, {@code Mar 2024}, months in English or German;
 *   <li>{@code March 5, 2024}; {@code 2024/03/05}, {@code 2024.3.5}, {@code 2024-3-5} and {@code 20240305} (after the year comes the month);
 *   <li>{@code 3/2024}, {@code 3.2024}, {@code 3-2024} and {@code UN-03-2024}; {@code 5.3.2024} (with full stops the day
 *       comes first);
 *   <li>{@code 25/12/2024}, where only one reading is possible. {@code 03/04/2024} could be two days and is asked back.
 * </ul>
 */
record DateText(String typed) {

    private static final String UNKNOWN = "UNK?|NK|XX|--?";
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?");
    private static final Pattern ISO_WITHOUT_MONTH = Pattern.compile("(\\d{4})---(\\d{2})");
    private static final Pattern MONTH_AND_YEAR =
            Pattern.compile("(?:(?:" + UNKNOWN + ")[/. -])?(\\d{1,2})[/.-](\\d{4})");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})(?:([/.-])(\\d{1,2})\\2(\\d{1,2})|(\\d{2})(\\d{2}))");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([A-ZÄ]{3,9})\\.? (\\d{1,2})(?:ST|ND|RD|TH)?,? (\\d{4})");
    private static final Pattern NAMED =
            Pattern.compile("(?:(\\d{1,2}|" + UNKNOWN + ")\\.?[-/ ])?([A-ZÄ]{2,9})\\.?[-/ ](\\d{4})");
    private static final List<String> MONTHS = List.of(
            "JAN(UARY|UAR)?|JÄN(NER)?",
            "FEB(RUARY|RUAR)?",
            "MAR(CH)?|MÄR(Z)?|MRZ|MAER(Z)?",
            "APR(IL)?",
            "MAY|MAI",
            "JUN(E|I)?",
            "JUL(Y|I)?",
            "AUG(UST)?",
            "SEP(T|TEMBER)?",
            "OCT(OBER)?|OKT(OBER)?",
            "NOV(EMBER)?",
            "DEC(EMBER)?|DEZ(EMBER)?");

    PartialDate read() {
        String text = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return new PartialDate(Integer.parseInt(iso.group(1)), number(iso.group(2)), number(iso.group(3)));
        }
        Matcher noMonth = ISO_WITHOUT_MONTH.matcher(text);
        if (noMonth.matches()) {
            return new PartialDate(Integer.parseInt(noMonth.group(1)), null, number(noMonth.group(2)));
        }
        Matcher monthYear = MONTH_AND_YEAR.matcher(text);
        if (monthYear.matches()) {
            return new PartialDate(Integer.parseInt(monthYear.group(2)), number(monthYear.group(1)), null);
        }
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            return ofNumbers(numbers);
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            int separated = yearFirst.group(2) == null ? 5 : 3;
            return new PartialDate(
                    Integer.parseInt(yearFirst.group(1)),
                    number(yearFirst.group(separated)),
                    number(yearFirst.group(separated + 1)));
        }
        return named(text);
    }

    private PartialDate named(String text) {
        Matcher dayFirst = NAMED.matcher(text);
        if (dayFirst.matches()) {
            return new PartialDate(
                    Integer.parseInt(dayFirst.group(3)), month(dayFirst.group(2)), day(dayFirst.group(1)));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.matches()) {
            return new PartialDate(
                    Integer.parseInt(monthFirst.group(3)), month(monthFirst.group(1)), number(monthFirst.group(2)));
        }
        throw unreadable();
    }

    private PartialDate ofNumbers(Matcher numbers) {
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        int year = Integer.parseInt(numbers.group(4));
        boolean dayFirst = exists(year, second, first);
        boolean monthFirst = !".".equals(numbers.group(2)) && exists(year, first, second);
        if (dayFirst && monthFirst && first != second) {
            LocalDate early = LocalDate.of(year, second, first);
            LocalDate late = LocalDate.of(year, first, second);
            throw new Ambiguous(
                    Sentence.of("kernel", "twoDates", typed.strip(), early, late, early.toString()),
                    List.of(early.toString(), late.toString()));
        }
        if (monthFirst) {
            return new PartialDate(year, first, second);
        }
        return new PartialDate(year, second, first);
    }

    private Integer month(String name) {
        if (name.matches(UNKNOWN)) {
            return null;
        }
        for (int month = 1; month <= MONTHS.size(); month++) {
            if (Pattern.compile(MONTHS.get(month - 1)).matcher(name).matches()) {
                return month;
            }
        }
        throw unreadable();
    }

    private static Integer day(String text) {
        return text == null || text.matches(UNKNOWN) ? null : number(text);
    }

    private static Integer number(String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    private static boolean exists(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private Invalid unreadable() {
        return new Invalid(Sentence.of("kernel", "noDate", typed == null ? "" : typed.strip()));
    }
}
