package org.casebook.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormCsvTest {

    @Test
    void each_value_comes_back_as_it_was_typed() {
        NamedCsvRecord row = write(Map.of(
                "I.WEIGHT", CutFixture.typed("-2.5"),
                "I.SEX", CutFixture.typed("F"),
                "I.REMARK", CutFixture.typed("one, \"two\"\nthree")));
        assertThat(row.getField("subject")).isEqualTo("101-001");
        assertThat(row.getField("visit_date")).isEqualTo("2025-05-06");
        assertThat(row.getField("WEIGHT")).isEqualTo("-2.5");
        assertThat(row.getField("SEX")).isEqualTo("F");
        assertThat(row.getField("SEX_decode")).isEqualTo("Female");
        assertThat(row.getField("REMARK")).isEqualTo("one, \"two\"\nthree");
        assertThat(row.getField("signed")).isEqualTo("true");
    }

    @Test
    void a_text_that_a_spreadsheet_would_run_is_guarded_and_can_be_had_back() {
        for (String text : List.of("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "'quoted", "\t=1")) {
            String cell = write(Map.of("I.REMARK", CutFixture.typed(text))).getField("REMARK");
            assertThat(cell).startsWith("'");
            assertThat(cell.substring(1)).isEqualTo(text);
        }
        assertThat(write(Map.of("I.REMARK", CutFixture.typed("plain"))).getField("REMARK"))
                .isEqualTo("plain");
    }

    @Test
    void what_cannot_be_read_is_kept_as_typed_and_named() {
        NamedCsvRecord row = write(Map.of("I.WEIGHT", new CaseRow.Cell("=seventy", null, "U.KG", null, false)));
        assertThat(row.getField("WEIGHT")).isEqualTo("'=seventy");
        assertThat(row.getField("not_readable")).isEqualTo("WEIGHT");
    }

    @Test
    void a_blank_keeps_its_reason() {
        NamedCsvRecord row = write(Map.of("I.WEIGHT", new CaseRow.Cell(null, null, null, "not done", true)));
        assertThat(row.getField("WEIGHT")).isEmpty();
        assertThat(row.getField("left_blank")).isEqualTo("WEIGHT: not done");
    }

    @Test
    void blinded_items_have_no_column() {
        assertThat(write(Map.of("I.VIAL", CutFixture.typed("vial-9"))).getHeader())
                .doesNotContain("VIAL")
                .contains("WEIGHT");
    }

    private static NamedCsvRecord write(Map<String, CaseRow.Cell> cells) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormCsv csv = new FormCsv(
                "TRIAL", CutFixture.study(), CutFixture.study().form("F.DM"), CutFixture.blinding(true), out);
        csv.row(CutFixture.form(cells));
        csv.finish();
        return CsvReader.builder()
                .ofNamedCsvRecord(out.toString(StandardCharsets.UTF_8))
                .iterator()
                .next();
    }
}
