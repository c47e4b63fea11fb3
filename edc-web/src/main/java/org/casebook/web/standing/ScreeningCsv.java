package org.casebook.web.standing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.standing.ScreeningLine;

/** The screening log as RFC 4180 CSV, in UTF-8, with dates as ISO 8601. */
public final class ScreeningCsv {

    /** What it is sent as. */
    public static final String TYPE = "text/csv;charset=UTF-8";

    private static final String HEAD =
            "site,subject,screened_on,consented_on,outcome,outcome_on,criteria_not_met,reason,earlier_subject";

    private ScreeningCsv() {}

    public static String of(List<ScreeningLine> lines) {
        return Stream.concat(Stream.of(HEAD), lines.stream().map(ScreeningCsv::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(ScreeningLine line) {
        return Stream.of(
                        line.site(),
                        line.subject(),
                        line.screenedOn(),
                        line.consentedOn(),
                        line.outcome(),
                        line.outcomeOn(),
                        String.join(" ", line.failing()),
                        line.reason(),
                        line.earlier())
                .map(value -> cell(Objects.toString(value, "")))
                .collect(Collectors.joining(","));
    }

    /** Quoted where needed; what a spreadsheet would take for a formula is made text. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
