package org.casebook.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.StudyRules;
import org.junit.jupiter.api.Test;

/** What stands on paper. */
class AcceptanceRecordTest {

    private static final String FILE = "0123456789abcdef".repeat(4);
    private static final Instant AT = Instant.parse("2026-03-02T10:11:12Z");

    @Test
    void a_signed_run_is_written_whole_with_name_time_and_meaning() throws IOException {
        StudyDefinition study = StudyFiles.read("bmmsc-dmso.xml");
        RunResult result = TestCourse.run(study, new StudyRules(study));
        byte[] pdf = new AcceptanceRecord(signed(result), study.name()).pdf();
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/acceptance-record.pdf"), pdf);
        String text = text(pdf);
        assertThat(text)
                .contains("Record of acceptance", "BMMSC.1", FILE, "Casebook 1.0", "2026-03-02 10:11:12 UTC")
                .contains("Signed by", "Berta Bauer (builder)", "2026-03-02 10:21:12 UTC", "I accept it for use")
                .contains("Green: " + result.participants().size() + " participants, " + result.steps() + " steps")
                .contains("Page 1 of");
        String flat = flat(text);
        result.participants().forEach(one -> {
            assertThat(flat).contains(flat(one.oid() + " · " + one.name()));
            one.steps().forEach(step -> assertThat(flat).contains(flat(step.what())));
        });
        assertThat(new PdfReader(pdf).getNumberOfPages()).isGreaterThan(3);
        assertThat(new AcceptanceRecord(signed(result), study.name()).pdf())
                .as("the same bytes again")
                .isEqualTo(pdf);
    }

    @Test
    void a_red_run_says_expected_and_actual_and_that_nobody_signed() throws IOException {
        RunResult red = new RunResult(List.of(new RunResult.Participant(
                "TP", "Größe ≥ 1 µm 中", 7, List.of(new RunResult.Step(9, "F.I", "value “1”", "value “2”", false)))));
        String text = text(new AcceptanceRecord(run(red, null), "Study").pdf());
        assertThat(text)
                .contains("Red: 1 participants, 1 steps, 1 not as expected", "Not signed.", "FAILED")
                .contains("value “1”", "value “2”", "Größe ≥ 1 µm [U+4E2D]");
    }

    @Test
    void a_file_without_test_participants_says_so() throws IOException {
        String text = text(new AcceptanceRecord(run(new RunResult(List.of()), null), "Study").pdf());
        assertThat(text).contains("No test participants", "Nothing was run.");
    }

    private static RunView signed(RunResult result) {
        String meaning = new RunContent(run(result, null), result).meaning();
        return run(
                result,
                new RunView.Signed(
                        "Berta Bauer", "builder", AT.plusSeconds(600), meaning, "fedcba9876543210".repeat(4)));
    }

    private static RunView run(RunResult result, RunView.Signed signature) {
        return new RunView(
                1, "BMMSC", 2, "BMMSC.1", FILE, "1.0", AT, "Berta Bauer", result.passed(), result, signature);
    }

    private static String text(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }

    /** Cells break their lines where they like. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", "");
    }
}
