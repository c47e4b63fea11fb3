package org.casebook.web.standing;

import java.util.List;
import org.casebook.standing.ScreeningLine;
import org.casebook.web.shell.Csv;

/** The screening log as CSV. */
public final class ScreeningCsv {

    /** What it is sent as. */
    public static final String TYPE = Csv.TYPE;

    private static final String HEAD =
            "site,subject,screened_on,consented_on,outcome,outcome_on,criteria_not_met,reason,earlier_subject,"
                    + "transferred_from,transferred_to,transferred_on";

    private ScreeningCsv() {}

    public static String of(List<ScreeningLine> lines) {
        return Csv.of(HEAD, lines.stream().map(ScreeningCsv::line));
    }

    private static String line(ScreeningLine line) {
        ScreeningLine.Moved moved = line.moved() == null ? new ScreeningLine.Moved(null, null, null) : line.moved();
        return Csv.line(
                line.site(),
                line.subject(),
                line.screenedOn(),
                line.consentedOn(),
                line.outcome(),
                line.outcomeOn(),
                String.join(" ", line.failing()),
                line.reason(),
                line.earlier(),
                moved.from(),
                moved.to(),
                moved.on());
    }
}
