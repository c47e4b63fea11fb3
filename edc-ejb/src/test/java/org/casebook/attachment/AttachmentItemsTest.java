package org.casebook.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.ItemDefinition.FileKind;
import org.casebook.definition.StudyDefinition;
import org.casebook.odm.StudyFileIsFaulty;
import org.casebook.rules.DataType;
import org.junit.jupiter.api.Test;

/** What a study file says of items that hold files. */
class AttachmentItemsTest {

    private static final Path FILE = Path.of("../edc-it/src/test/resources/studies/imaging.xml");

    @Test
    void an_item_takes_every_kind_up_to_25_megabytes_unless_the_file_says_otherwise() throws IOException {
        ItemDefinition report = read(Files.readString(FILE)).item("F.MRI", "MRIREP");
        assertThat(report.type()).isEqualTo(DataType.ATTACHMENT);
        assertThat(report.attachment().kinds()).containsExactly(FileKind.values());
        assertThat(report.attachment().mostMegabytes()).isEqualTo(25);
        ItemDefinition.Attachment picture =
                read(Files.readString(FILE)).item("F.MRI", "MRISMALL").attachment();
        assertThat(picture.kinds()).containsExactly(FileKind.JPEG, FileKind.PNG);
        assertThat(picture.mostBytes()).isEqualTo(1024 * 1024);
    }

    @Test
    void what_an_item_for_files_cannot_be_is_a_fault() throws IOException {
        String file = Files.readString(FILE);
        assertThat(fault(file.replace("PNG JPEG", "PNG EXE"))).contains("EXE");
        assertThat(fault(file.replace("MaxMegabytes=\"1\"", "MaxMegabytes=\"501\"")))
                .contains("501");
        assertThat(fault(file.replaceFirst("base64Binary", "text"))).contains("its DataType is base64Binary");
    }

    @Test
    void only_a_name_with_a_number_reads_as_a_file() throws IOException {
        ItemDefinition report = read(Files.readString(FILE)).item("F.MRI", "MRIREP");
        assertThat(report.read("a report.pdf #12").value().text()).isEqualTo("a report.pdf #12");
        assertThat(report.read("report.pdf").isUnderstood()).isFalse();
        assertThat(report.read("#12").isUnderstood()).isFalse();
    }

    private static StudyDefinition read(String file) {
        return new DefinitionReader().read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String fault(String file) {
        try {
            read(file);
            return "";
        } catch (StudyFileIsFaulty faulty) {
            return faulty.faults().toString();
        }
    }
}
