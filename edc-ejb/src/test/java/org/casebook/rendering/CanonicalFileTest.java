package org.casebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.ExampleFilesTest;
import org.casebook.definition.OdmSchema;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Import, canonical export, import: an equal definition. */
class CanonicalFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"bmmsc-dmso.xml", "peer.xml", "cdash-starters.xml"})
    void theShippedStudiesComeBackEqual(String name) throws Exception {
        byte[] file = Files.readAllBytes(StudyFiles.path(name));
        StudyDefinition study = read(file);
        byte[] written = CanonicalFile.of(study);
        assertThat(read(written)).isEqualTo(study);
        assertThat(CanonicalFile.of(read(written))).as("the same bytes again").isEqualTo(written);
        assertThat(OdmSchema.errors(written)).isEmpty();
        assertThat(new String(written, StandardCharsets.UTF_8)).contains("cb:OID=", "ODMVersion=\"2.0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chronic_Low_Back_Pain", "Data-Collection", "Demographics_RACE"})
    void whatIsReadOfTheStandardsExamplesComesBackEqual(String example) throws Exception {
        byte[] file = Files.readAllBytes(ExampleFilesTest.file(example));
        StudyDefinition study = read(file);
        byte[] written = CanonicalFile.of(study);
        assertThat(read(written)).isEqualTo(study);
        assertThat(CanonicalFile.of(read(written))).isEqualTo(written);
        assertThat(OdmSchema.errors(written)).isEmpty();
    }

    static StudyDefinition read(byte[] file) {
        return new DefinitionReader().read(file);
    }
}
