package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.casebook.odm.Fault;
import org.casebook.odm.StudyFileIsFaulty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The trial's file, damaged in one way at a time: each is refused, with element, OID and line. */
class DamagedStudyFileTest {

    /** What is replaced, by what, and then the element, the OID and a part of the sentence of the fault. */
    static Stream<Arguments> damages() {
        return Stream.of(references(), items(), expressions(), windows(), placesAndOids(), roles(), ours())
                .flatMap(damages -> damages);
    }

    private static Stream<Arguments> references() {
        return Stream.of(
                Arguments.of("ItemOID=\"NRSLEG\"", "ItemOID=\"NRSARM\"", "ItemRef", "NRSARM", "does not exist"),
                Arguments.of(
                        "CodeListOID=\"CL_SEX\"",
                        "CodeListOID=\"CL_SEXX\"",
                        "CodeListRef",
                        "CL_SEXX",
                        "does not exist"),
                Arguments.of(
                        "<CodeList OID=\"CL_TEST\"", "<CodeList OID=\"CL_SIDE\"", "CodeList", "CL_SIDE", "given twice"),
                Arguments.of("CodedValue=\"MILD\"", "CodedValue=\"SEVERE\"", "CodeListItem", "", "twice"),
                Arguments.of("CodedValue=\"MILD\"", "CodedValue=\"A,B\"", "CodeListItem", "", "comma"));
    }

    private static Stream<Arguments> items() {
        return Stream.of(
                Arguments.of("DataType=\"partialDate\"", "DataType=\"fuzzyDate\"", "ItemDef", "BRTHDAT", "fuzzyDate"),
                Arguments.of(" Mandatory=\"Yes\"", "", "StudyEventGroupRef", "EG_SCREEN", "Mandatory is missing"),
                Arguments.of("<ItemDef OID=\"ICFDAT\"", "<ItemDef OID=\"ICF DAT\"", "ItemDef", "ICF DAT", "letters"),
                Arguments.of("<ItemDef OID=\"ICFDAT\"", "<ItemDef OID=\"..\"", "ItemDef", "..", "letters"),
                Arguments.of(
                        "<ItemDef OID=\"ICFDAT\"", "<ItemDef OID=\"CASEBOOK.X\"", "ItemDef", "CASEBOOK.X", "exports"),
                Arguments.of("Length=\"1\"", "Lenght=\"1\"", "ItemDef", "ODI1", "Lenght"));
    }

    private static Stream<Arguments> expressions() {
        return Stream.of(
                Arguments.of(
                        "<Code>AEONGO</Code>", "<Code>AEONGOING</Code>", "ConditionDef", "C_AE_ONGOING", "AEONGOING"),
                Arguments.of("<Code>AEONGO</Code>", "<Code>AETERM</Code>", "ConditionDef", "C_AE_ONGOING", "yes or no"),
                Arguments.of(
                        "<Code>!before(INJDAT, ICF.ICFDAT)</Code>",
                        "<Code>INJDAT &lt; ICF.ICFDAT</Code>",
                        "ItemDef",
                        "INJDAT",
                        "does not work on (a date, a date)"),
                Arguments.of(
                        "<Code>IE.LBPDUR >= 6</Code>",
                        "<Code>PAIN.NRSBACK >= 6</Code>",
                        "ConditionDef",
                        "C_I5",
                        "PAIN"),
                Arguments.of("<Code>IE.LBPDUR >= 6</Code>", "<Code/>", "Criterion", "CR_I5", "eligible"));
    }

    private static Stream<Arguments> windows() {
        return Stream.of(
                Arguments.of(
                        "TimepointRelativeTarget=\"P91D\"",
                        "TimepointRelativeTarget=\"3 months\"",
                        "RelativeTimingConstraint",
                        "TM_MONTH3",
                        "Permitted is: a duration"),
                Arguments.of(
                        "TimepointPreWindow=\"P14D\"",
                        "TimepointPreWindow=\"-P14D\"",
                        "RelativeTimingConstraint",
                        "TM_MONTH3",
                        "0 or more days"),
                Arguments.of(
                        "PredecessorOID=\"SE_SCREEN\" SuccessorOID=\"SE_DAY0\"",
                        "PredecessorOID=\"SE_DAY0\" SuccessorOID=\"SE_DAY0\"",
                        "StudyEventDef",
                        "SE_DAY0",
                        "from itself"),
                Arguments.of(
                        "cb:AnchorItemOID=\"INJDAT\"",
                        "cb:AnchorItemOID=\"INJTIM\"",
                        "StudyEventDef",
                        "SE_DAY1",
                        "no complete date"),
                Arguments.of(
                        "SuccessorOID=\"SE_DAY4\"",
                        "SuccessorOID=\"SE_DAY1\"",
                        "RelativeTimingConstraint",
                        "TM_DAY4",
                        "two windows"));
    }

    private static Stream<Arguments> placesAndOids() {
        return Stream.of(
                Arguments.of("ItemGroupOID=\"MH\"", "ItemGroupOID=\"EOS\"", "ItemGroupRef", "EOS", "EOS does not"),
                Arguments.of("cb:OID=\"CK_AE_ORDER\"", "cb:OID=\"CK_AE_OUT\"", "ItemDef", "AEOUT", "same OID"),
                Arguments.of("cb:Role=\"ConsentDate\"", "cb:Role=\"ConsentDay\"", "ItemRef", "", "ConsentDay"),
                Arguments.of("cb:Critical=\"Yes\"", "cb:Important=\"Yes\"", "ItemRef", "", "Important"));
    }

    private static Stream<Arguments> roles() {
        return Stream.of(
                Arguments.of("cb:Role=\"BirthDate\"", "cb:Role=\"ConsentDate\"", "ItemDef", "BRTHDAT", "does not fit"),
                Arguments.of(
                        "cb:Role=\"EndDate\"", "cb:Role=\"ConsentDate\"", "ItemDef", "EOSDAT", "ICF.ICFDAT already"),
                Arguments.of(
                        "cb:Purpose=\"EndOfStudy\"",
                        "cb:Purpose=\"Consent\"",
                        "ItemGroupDef",
                        "EOS",
                        "CONSENT already"),
                Arguments.of(
                        "cb:Purpose=\"Eligibility\" cb:Signed=\"Yes\"",
                        "cb:Purpose=\"Eligibility\"",
                        "Arm",
                        "ARM_BMMSC",
                        "no signed form"));
    }

    private static Stream<Arguments> ours() {
        return Stream.of(
                Arguments.of(
                        "<cb:BlockSize>4</cb:BlockSize>",
                        "<cb:BlockSize>3</cb:BlockSize>",
                        "Arm",
                        "ARM_BMMSC",
                        "multiples of 2"),
                Arguments.of(
                        "<cb:BlockSize>4</cb:BlockSize>",
                        "<cb:BlockSize>four</cb:BlockSize>",
                        "cb:BlockSize",
                        "",
                        "four"),
                Arguments.of(
                        "PlannedParticipants=\"40\"",
                        "PlannedParticipants=\"99999999999\"",
                        "cb:Recruitment",
                        "",
                        "99999999999"),
                Arguments.of("SlotsPerStratum=\"48\"", "SlotsPerStratum=\" 48 \"", "cb:Randomization", "", " 48 "),
                Arguments.of("<cb:Scale Low=\"0\"", "<cb:Scale Low=\" 0\"", "cb:Scale", "", " 0"),
                Arguments.of("cb:UnitOID=\"UN_MM\"", "cb:UnitOID=\"UN_INCH\"", "ItemDef", "VASBACK", "UN_INCH"),
                Arguments.of("<MethodSignature/>", "<MethodSignature/><Include/>", "Include", "", "not understood"),
                Arguments.of(
                        "ArmOID=\"ARM_DMSO\" Share",
                        "ArmOID=\"ARM_SALINE\" Share",
                        "cb:ArmShare",
                        "ARM_SALINE",
                        "does not exist"),
                Arguments.of(
                        "<Criterion OID=\"CR_I5\" Name=\"I5\" ConditionOID=\"C_I5\">",
                        "<Criterion OID=\"CR_I5\" Name=\"I5\" ConditionOID=\"C_I55\">",
                        "Criterion",
                        "CR_I5",
                        "C_I55"));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("damages")
    void isRefusedWithThePlace(String good, String bad, String element, String oid, String sentence)
            throws IOException {
        String whole = StudyFiles.text("bmmsc-dmso.xml");
        int at = whole.indexOf(good);
        assertThat(at).as("the file holds " + good).isPositive();
        List<Fault> faults = faults(whole.substring(0, at) + bad + whole.substring(at + good.length()));
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.element()).isEqualTo(element);
            assertThat(fault.oid()).isEqualTo(oid);
            assertThat(fault.sentence()).contains(sentence);
            assertThat(fault.line()).isPositive();
        });
    }

    @Test
    void theLineIsTheLineOfTheElement() throws IOException {
        String whole = StudyFiles.text("bmmsc-dmso.xml");
        String bad = whole.replaceFirst("ItemOID=\"NRSLEG\"", "ItemOID=\"NRSARM\"");
        int line = (int)
                bad.substring(0, bad.indexOf("ItemOID=\"NRSARM\"")).lines().count();
        assertThat(faults(bad)).extracting(Fault::line).containsExactly(line);
    }

    @Test
    void everyFaultIsListedAtOnce() throws IOException {
        String bad = StudyFiles.text("bmmsc-dmso.xml")
                .replace("ItemOID=\"NRSLEG\"", "ItemOID=\"NRSARM\"")
                .replace("CodeListOID=\"CL_SEX\"", "CodeListOID=\"CL_SEXX\"")
                .replace("TimepointRelativeTarget=\"P91D\"", "TimepointRelativeTarget=\"soon\"")
                .replace("<Code>AEONGO</Code>", "<Code>AEONGO ||</Code>");
        assertThat(faults(bad)).hasSize(4).extracting(Fault::oid).contains("C_AE_ONGOING");
    }

    @Test
    void whatTheProfileDoesNotKnowIsListedWithReferencesAndExpressions() throws IOException {
        String bad = StudyFiles.text("bmmsc-dmso.xml")
                .replaceFirst("Length=\"1\"", "Lenght=\"1\"")
                .replace("CodeListOID=\"CL_SEX\"", "CodeListOID=\"CL_SEXX\"")
                .replace("<Code>AEONGO</Code>", "<Code>AEONGO ||</Code>");
        assertThat(faults(bad))
                .hasSize(3)
                .extracting(Fault::sentence)
                .anyMatch(sentence -> sentence.contains("Lenght"))
                .anyMatch(sentence -> sentence.contains("CL_SEXX"))
                .anyMatch(sentence -> sentence.contains("faulty"));
    }

    @Test
    void everyReferenceOfAnElementIsFollowed() throws IOException {
        String bad = StudyFiles.text("bmmsc-dmso.xml")
                .replaceFirst(
                        "ItemOID=\"NRSLEG\"",
                        "ItemOID=\"NRSARM\" MethodOID=\"M_NOPE\" CollectionExceptionConditionOID=\"C_NOPE\"");
        assertThat(faults(bad))
                .hasSize(3)
                .extracting(Fault::sentence)
                .anyMatch(sentence -> sentence.contains("C_NOPE"));
    }

    @Test
    void circlesAreRefused() throws IOException {
        String bad = StudyFiles.text("bmmsc-dmso.xml").replace("<Code>!INJYN</Code>", "<Code>isMissing(INJTIM)</Code>");
        assertThat(faults(bad)).anySatisfy(fault -> {
            assertThat(fault.element()).isEqualTo("ConditionDef");
            assertThat(fault.oid()).isEqualTo("C_NOT_INJECTED");
            assertThat(fault.sentence()).contains("Line 1, character 11: “INJ.INJTIM” needs itself");
        });
    }

    @Test
    void refusesWhatReachesOutside() {
        String xxe = "<?xml version=\"1.0\"?><!DOCTYPE ODM [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v2.0\">&x;</ODM>";
        assertThat(faults(xxe)).singleElement().satisfies(fault -> {
            assertThat(fault.sentence()).contains("DOCTYPE");
            assertThat(fault.sentence()).doesNotContain("root:");
        });
    }

    @Test
    void refusesWhatIsNoStudyFile() {
        assertThat(faults("")).hasSize(1);
        assertThat(faults("study;visit\n1;2"))
                .singleElement()
                .extracting(Fault::sentence)
                .asString()
                .contains("not well-formed");
        assertThat(faults("<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.2\"/>"))
                .singleElement()
                .extracting(Fault::sentence)
                .asString()
                .contains("Older versions are not read");
        assertThat(faults("<ODM xmlns=\"http://www.cdisc.org/ns/odm/v2.0\"><Study></ODM>"))
                .singleElement()
                .extracting(Fault::sentence)
                .asString()
                .contains("not well-formed");
    }

    @Test
    void refusesFilesThatAreTooLarge() {
        StudyFileIsFaulty refused = catchThrowableOfType(
                StudyFileIsFaulty.class, () -> new DefinitionReader().read(new byte[10 * 1024 * 1024 + 1]));
        assertThat(refused.faults())
                .singleElement()
                .extracting(Fault::sentence)
                .asString()
                .contains("10 MB");
    }

    private static List<Fault> faults(String file) {
        StudyFileIsFaulty refused = catchThrowableOfType(
                StudyFileIsFaulty.class, () -> new DefinitionReader().read(file.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused).as("the file is refused").isNotNull();
        return refused.faults();
    }
}
