package org.casebook.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.kernel.Invalid;
import org.casebook.transfer.Finding.Kind;
import org.junit.jupiter.api.Test;

class ImportPassTest {

    private static Standing fresh(StudyDefinition study) {
        return new Standing("01", null, study, false, List.of(), Map.of());
    }

    @Test
    void everyValueOfAnotherSystemIsUnderstood() throws IOException {
        Path folder = StudyFiles.root().resolve("../shared/data/openedc").normalize();
        assumeTrue(Files.exists(folder), () -> folder + " is not there");
        StudyDefinition study = new DefinitionReader().read(Files.readAllBytes(folder.resolve("metadata.xml")));
        ImportOutcome outcome = new ImportPass(source -> fresh(study), null)
                .through(Files.readAllBytes(folder.resolve("clinicaldata.xml")));
        assertThat(outcome.counts().subjects()).isEqualTo(90);
        // of the file's 366 forms 24 hold no value, and of 5 the study computes all that they hold
        assertThat(outcome.counts().forms()).isEqualTo(366 - 24 - 5);
        assertThat(outcome.counts().values()).isEqualTo(1684);
        assertThat(outcome.findings())
                .filteredOn(finding -> finding.kind() == Kind.FAULT)
                .isEmpty();
        assertThat(outcome.counts().fresh() + outcome.counts().computed()).isEqualTo(1684);
        assertThat(outcome.notes()).anyMatch(note -> note.startsWith("90 audit records"));
        // a group without items, which is help here
        assertThat(outcome.notes()).anyMatch(note -> note.startsWith("The item group IG.9 is not in the study"));
    }

    @Test
    void faultsComeFirstAndWhoCannotComeInIsNamed() throws IOException {
        StudyDefinition study = StudyFiles.read("cdash-starters.xml");
        String file = ClinicalFileTest.OLD.formatted("Snapshot", "", """
                <StudyEventData StudyEventOID="SE_SCREEN"><FormData FormOID="VS"><ItemGroupData ItemGroupOID="IG.VS">
                <ItemData ItemOID="VSPERF" Value="Y"/><ItemData ItemOID="NOPE" Value="1"/></ItemGroupData></FormData>
                </StudyEventData>""");
        byte[] content = file.getBytes(StandardCharsets.UTF_8);
        List<String> taken = new ArrayList<>();
        ImportOutcome outcome = new ImportPass(source -> fresh(study), (source, comparison) -> {
                    taken.add(source.key());
                    return "01-001";
                })
                .through(content);
        assertThat(outcome.findings()).extracting(Finding::kind).containsExactly(Kind.FAULT, Kind.NEW);
        assertThat(taken).as("a participant with a fault is not taken").isEmpty();
        ImportOutcome refused = new ImportPass(
                        source -> {
                            throw new Invalid("No site.");
                        },
                        null)
                .through(content);
        assertThat(refused.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("7");
            assertThat(finding.sentence()).isEqualTo("No site.");
        });
    }
}
