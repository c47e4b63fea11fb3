package org.casebook.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.casebook.definition.StudyFiles;
import org.junit.jupiter.api.Test;

class RepairTest {

    @Test
    void theDocumentationListsEveryRepairAndNoOther() throws IOException {
        String documented = Files.readString(StudyFiles.root().resolve("docs/study-files.md"));
        for (Repair repair : Repair.values()) {
            String name = repair.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            assertThat(documented).contains("| %s | %s | %s |".formatted(name, repair.what(), repair.why()));
        }
        String table = documented.substring(documented.indexOf("| repair |"), documented.indexOf("One file holds"));
        assertThat(table.strip().lines()).hasSize(Repair.values().length + 2);
    }
}
