package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.casebook.odm.Fault;
import org.casebook.odm.Remark;
import org.casebook.odm.StudyFileIsFaulty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CDISC's own examples of ODM 2.0, where they lie beside the project: each is read, or refused for a reason that is true. */
public class ExampleFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Conditional_Repeats",
                "Inclusion_Exclusion_Criteria_Workflow",
                "Physio_Underwater_Therapy_workflow",
                "SimpleTimingConstraints"
            })
    void aMetaDataVersionAloneIsNoStudy(String example) throws IOException {
        assertThat(Files.readString(file(example))).containsPattern("<(odm:)?MetaDataVersion");
        assertThat(faults(example))
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("The root is MetaDataVersion and no ODM"));
    }

    @Test
    void theFhirExampleNamesItemsThatItDoesNotDefineAndPlansNoEvent() throws IOException {
        String text = Files.readString(file("FHIR"));
        assertThat(text).doesNotContain("OID=\"ODM.IT.Common.StudyID\" Name").doesNotContain("StudyEventDef");
        assertThat(faults("FHIR"))
                .extracting(Fault::sentence)
                .contains("It refers to the ItemDef ODM.IT.Common.StudyID, which does not exist.")
                .anyMatch(sentence -> sentence.contains("plans no event"));
    }

    @Test
    void theMedicalHistoryOfCdashPlansNoEvent() throws IOException {
        String example = "Repeating_ItemGroup_CDASH_1-1_Stroke_LungDisease_IBD_CancerHistory_CRF";
        assertThat(Files.readString(file(example))).doesNotContain("StudyEventDef");
        assertThat(faults(example))
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("plans no event"));
    }

    @Test
    void theRepeatingGroupsAreRowsOfTheirOwn() throws IOException {
        DefinitionReader reader = new DefinitionReader();
        StudyDefinition study = reader.read(Files.readAllBytes(file("Demographics_RACE")));
        assertThat(study.forms().keySet()).containsExactly("FO.DEMOGRAPHICS", "IG.RACE");
        assertThat(study.form("IG.RACE").log()).isTrue();
        assertThat(study.form("IG.RACE").partOf()).isEqualTo("FO.DEMOGRAPHICS");
        assertThat(study.form("FO.DEMOGRAPHICS").items())
                .extracting(ItemDefinition::oid)
                .containsExactly("IT.DOB", "IT.SEX", "IT.ETHNIC");
        assertThat(study.event("SE.SCREENING").forms())
                .extracting(EventDefinition.FormRef::formOid)
                .containsExactly("FO.DEMOGRAPHICS", "IG.RACE");
        assertThat(reader.remarks())
                .extracting(Remark::sentence)
                .anyMatch(sentence -> sentence.contains("ClinicalData"));
    }

    @Test
    void aSectionThatAVisitAsksForIsAFormThere() throws IOException {
        StudyDefinition study = new DefinitionReader().read(Files.readAllBytes(file("Data-Collection")));
        assertThat(study.event("SE.MEDHIS").forms())
                .extracting(EventDefinition.FormRef::formOid)
                .containsExactly("IG.MEDHIST");
        assertThat(study.form("IG.MEDHIST").log()).isTrue();
        assertThat(study.item("IG.MEDHIST", "I.MH.BODSYS").codeList().items())
                .last()
                .satisfies(other -> assertThat(other.code()).isEqualTo("99"));
        assertThat(study.item("IG.MEDHIST", "I.MH.TERM").question().in("fr")).isEqualTo("Anomalie");
    }

    @Test
    void theQuestionnaireKeepsItsRanksAndWhatIsOnNoForm() throws IOException {
        DefinitionReader reader = new DefinitionReader();
        StudyDefinition study = reader.read(Files.readAllBytes(file("Chronic_Low_Back_Pain")));
        assertThat(study.codeLists().get("CL.LOW_BACK_INTERFERENCE_SCALE").items())
                .extracting(answer -> answer.rank().intValue())
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(reader.remarks())
                .filteredOn(remark -> remark.oid().equals("IG.QUESTIONNAIRE_CLASSIC"))
                .singleElement()
                .satisfies(remark -> assertThat(remark.sentence()).contains("no form"));
        assertThat(study.event("SE.CLBP").repeats()).isTrue();
    }

    private static List<Fault> faults(String example) throws IOException {
        byte[] content = Files.readAllBytes(file(example));
        StudyFileIsFaulty refused =
                catchThrowableOfType(StudyFileIsFaulty.class, () -> new DefinitionReader().read(content));
        assertThat(refused).as("the file is refused").isNotNull();
        return refused.faults();
    }

    /** The file of an example; skips the test where the examples do not lie beside the project. */
    public static Path file(String example) {
        Path folder = StudyFiles.root()
                .resolve("../shared/data/odm2-examples")
                .resolve(example)
                .normalize();
        assumeTrue(Files.isDirectory(folder), "The examples are not beside the project: " + folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
