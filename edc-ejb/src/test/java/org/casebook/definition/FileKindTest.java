package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebook.definition.ItemDefinition.FileKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {

    @ParameterizedTest
    @CsvSource({
        "PNG, scan.png, scan.png",
        "PNG, SCAN.PNG, SCAN.PNG",
        "PNG, page.html, page.html.png",
        "JPEG, knee.jpeg, knee.jpeg",
        "PDF, report.pdf.exe, report.pdf.exe.pdf",
        "PDF, report, report.pdf",
        "PDF, pdf, pdf.pdf",
        "DICOM, IM000001, IM000001.dcm",
        "TEXT, values.csv, values.csv",
        "TEXT, run.bat, run.bat.txt"
    })
    void the_name_under_which_a_file_is_handed_out_ends_as_its_content_is(FileKind kind, String name, String handed) {
        assertThat(kind.named(name)).isEqualTo(handed);
    }
}
