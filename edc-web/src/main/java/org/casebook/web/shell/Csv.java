package org.casebook.web.shell;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of RFC 4180 CSV, in UTF-8, with dates as ISO 8601; safe to be opened by spreadsheets. */
public final class Csv {

    /** What it is sent as. */
    public static final String TYPE = "text/csv;charset=UTF-8";

    private Csv() {}

    /** The head and the lines, each ended. */
    public static String of(String head, Stream<String> lines) {
        return Stream.concat(Stream.of(head), lines).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** One line, without its end; null is an empty cell. */
    public static String line(Object... cells) {
        return Stream.of(cells).map(Csv::cell).collect(Collectors.joining(","));
    }

    /** A number is no formula, whatever its sign. */
    private static String cell(Object content) {
        return content instanceof Number number ? number.toString() : cell(Objects.toString(content, ""));
    }

    /** Quoted where needed; what a spreadsheet would take for a formula is made text. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
