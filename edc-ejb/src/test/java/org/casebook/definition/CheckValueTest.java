package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.casebook.odm.StudyFileIsFaulty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckValueTest {

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999", "1e-2147483647", "", "about 5"})
    void what_nobody_measures_is_a_fault_of_the_file(String value) throws IOException {
        String file = Files.readString(StudyFiles.root().resolve("config/studies/peer.xml"))
                .replace("<CheckValue>120</CheckValue>", "<CheckValue>" + value + "</CheckValue>");
        assertThatThrownBy(() -> new DefinitionReader().read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StudyFileIsFaulty.class)
                .hasMessageContaining("CheckValue");
    }
}
