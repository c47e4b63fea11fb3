package org.casebook.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.ExampleFilesTest;
import org.casebook.definition.OdmSchema;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.odm.StudyFileIsFaulty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Import, canonical export, import: an equal definition. */
class CanonicalFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"bmmsc-dmso.xml", "peer.xml", "cdash-starters.xml", "wilson.xml"})
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

    /** Every file of other systems that is read, where the test material lies beside the project. */
    @Test
    void whateverIsReadOfOtherSystemsComesBackEqual() throws Exception {
        Path folder = StudyFiles.root().resolve("../shared/data").normalize();
        assumeTrue(Files.isDirectory(folder), "The test material is not beside the project: " + folder);
        Map<String, List<String>> invalid = new TreeMap<>();
        int read = 0;
        for (Path file : filesIn(folder)) {
            StudyDefinition study;
            try {
                study = read(Files.readAllBytes(file));
            } catch (StudyFileIsFaulty refused) {
                continue;
            }
            read++;
            byte[] written = CanonicalFile.of(study);
            assertThat(read(written)).as(file.toString()).isEqualTo(study);
            assertThat(CanonicalFile.of(read(written))).as(file.toString()).isEqualTo(written);
            List<String> errors = OdmSchema.errors(written);
            if (!errors.isEmpty()) {
                invalid.put(folder.relativize(file).toString(), errors);
            }
        }
        assertThat(read).as("files read").isGreaterThanOrEqualTo(15);
        assertThat(invalid).isEmpty();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name :
                List.of("odmlib", "openedc", "redcap", "redcap-rsvc/odm", "rave", "vendor", "odm2-examples")) {
            try (Stream<Path> inside = Files.walk(folder.resolve(name))) {
                inside.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    static StudyDefinition read(byte[] file) {
        return new DefinitionReader().read(file);
    }
}
