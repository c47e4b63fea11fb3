package org.casebook.web.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casebook.deviation.Category;
import org.casebook.deviation.DeviationState;
import org.casebook.deviation.DeviationView;
import org.casebook.deviation.Weight;
import org.junit.jupiter.api.Test;

class DeviationCsvTest {

    @Test
    void a_void_one_with_its_reason_quoted_and_no_formula() {
        DeviationView one = new DeviationView(
                7,
                "101",
                "101-002",
                null,
                Category.TREATMENT,
                new DeviationView.Place("SE_DAY0", "Day 0", null, null),
                LocalDate.parse("2026-03-31"),
                "=HYPERLINK(\"x\")",
                Weight.IMPORTANT,
                DeviationState.VOID,
                "Ines Vega",
                Instant.parse("2026-04-01T08:00:00Z"),
                new DeviationView.End("Mo Nitor", Instant.parse("2026-04-02T08:00:00Z"), "+ allowed, amendment 1"));
        assertThat(DeviationCsv.of(List.of(one)).split("\r\n")[1])
                .isEqualTo(
                        "101,101-002,2026-03-31,TREATMENT,,SE_DAY0,Day 0,,,\"'=HYPERLINK(\"\"x\"\")\",IMPORTANT,VOID,"
                                + "Ines Vega,2026-04-01T08:00:00Z,Mo Nitor,2026-04-02T08:00:00Z,\"'+ allowed, amendment 1\"");
    }
}
