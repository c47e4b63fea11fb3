package org.casebook.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file cannot say one thing of a score and compute another. */
class MisfitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Items="10" Least="9"    | Items="10" Least="8"      | says that 8 items must be answered
            Items="10" Least="9"    | Items="8" Least="9"       | Least at most Items
            LeastFrom="1"           | LeastFrom="10"            | LeastFrom is at most Least
            ODI10) >= 9 ?           | ODI10) >= 7 ?             | says that 9 items must be answered
            ODI10) >= 9 ?           | ODI10) > 8 ?              | says that 9 items must be answered
            """)
    void aFileThatContradictsItselfIsTold(String from, String to, String sentence) throws IOException {
        String file = Files.readString(StudyFiles.root().resolve("config/instruments/oswestry.xml"))
                .replace("&gt;", ">");
        assertThat(file).contains(from);
        byte[] changed = file.replace(from, to).getBytes(StandardCharsets.UTF_8);
        assertThat(Misfits.of(new DefinitionReader().read(changed)))
                .singleElement()
                .satisfies(misfit -> assertThat(misfit.sentence()).contains(sentence));
    }
}
