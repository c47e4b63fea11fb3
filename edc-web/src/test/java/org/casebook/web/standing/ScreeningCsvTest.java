package org.casebook.web.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.casebook.standing.ScreeningLine;
import org.casebook.subject.SubjectStatus;
import org.junit.jupiter.api.Test;

class ScreeningCsvTest {

    @Test
    void quotes_what_needs_it_and_makes_no_formula() {
        LocalDate day = LocalDate.parse("2026-03-31");
        ScreeningLine failed = new ScreeningLine(
                "101",
                "101-002",
                day,
                null,
                SubjectStatus.SCREEN_FAILED,
                day,
                List.of("I5", "E1"),
                "=Dose \"high\", 65 mg",
                "101-001",
                new ScreeningLine.Moved("101", "102", day));
        assertThat(ScreeningCsv.of(List.of(failed)))
                .isEqualTo(
                        "site,subject,screened_on,consented_on,outcome,outcome_on,criteria_not_met,reason,earlier_subject,"
                                + "transferred_from,transferred_to,transferred_on\r\n"
                                + "101,101-002,2026-03-31,,SCREEN_FAILED,2026-03-31,I5 E1,\"'=Dose \"\"high\"\", 65 mg\",101-001,101,102,2026-03-31\r\n");
    }
}
