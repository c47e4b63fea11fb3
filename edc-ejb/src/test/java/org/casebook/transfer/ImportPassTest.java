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
        return new Standing("01", null, study, false, List.of(), Map.of(), false);
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
        ImportOutcome outcome = new ImportPass(source -> fresh(study), (source, comparison, keys) -> {
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

    private static final String TWO = """
            <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" FileType="Snapshot" FileOID="F" ODMVersion="1.3.2"
                 CreationDateTime="2026-01-01T00:00:00Z"><ClinicalData StudyOID="S" MetaDataVersionOID="V">
            <SubjectData SubjectKey="ZZ"/>
            <SubjectData SubjectKey="01-002"/>
            </ClinicalData></ODM>
            """;

    @Test
    void whoTakesAParticipantKnowsAllOfTheFile() throws IOException {
        StudyDefinition study = StudyFiles.read("cdash-starters.xml");
        List<String> told = new ArrayList<>();
        new ImportPass(source -> fresh(study), (source, comparison, keys) -> {
                    told.addAll(keys);
                    return null;
                })
                .through(TWO.getBytes(StandardCharsets.UTF_8));
        assertThat(told).containsExactly("ZZ", "01-002", "ZZ", "01-002");
    }

    @Test
    void twoParticipantsOfAFileNeverBecomeOne() throws IOException {
        StudyDefinition study = StudyFiles.read("cdash-starters.xml");
        Standing one = new Standing("01", "01-002", study, false, List.of(), Map.of(), false);
        ImportOutcome outcome = new ImportPass(source -> one, null).through(TWO.getBytes(StandardCharsets.UTF_8));
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.FAULT);
            assertThat(finding.line()).isEqualTo(4);
            assertThat(finding.sentence()).contains("both “ZZ” and “01-002”");
        });
    }

    @Test
    void whatTakingComesToOtherwiseIsFound() {
        Finding one = ImportPass.fault(1, "A", "One.");
        Finding other = ImportPass.fault(2, "B", "Other.");
        ImportOutcome looked = new ImportOutcome(null, List.of(), List.of(one), List.of());
        assertThat(looked.firstOtherIn(new ImportOutcome(null, List.of(), List.of(one), List.of())))
                .isEmpty();
        assertThat(looked.firstOtherIn(new ImportOutcome(null, List.of(), List.of(one, other), List.of())))
                .contains(other);
        assertThat(looked.firstOtherIn(new ImportOutcome(null, List.of(), List.of(), List.of())))
                .contains(one);
    }
}
