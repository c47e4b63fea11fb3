package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.casebook.odm.Remark;
import org.casebook.odm.StudyFileIsFaulty;
import org.casebook.rules.DataType;
import org.casebook.rules.FormFindings;
import org.casebook.rules.FormRules;
import org.casebook.rules.TypedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies in ODM 1.3, as other systems write them. */
class OldStudiesTest {

    static final String SMALL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" xmlns:x="urn:other" FileType="Snapshot" FileOID="F" ODMVersion="1.3.2"
                 CreationDateTime="2026-01-01T00:00:00Z">
              <Study OID="ST.1">
                <GlobalVariables><StudyName>Small</StudyName><StudyDescription>A small one.</StudyDescription>
                  <ProtocolName>P</ProtocolName><x:Extra><x:More a="1"/></x:Extra></GlobalVariables>
                <BasicDefinitions><MeasurementUnit OID="MU.KG" Name="kilogram"><Symbol><TranslatedText>kg</TranslatedText></Symbol>
                </MeasurementUnit></BasicDefinitions>
                <MetaDataVersion OID="MDV.1" Name="One">
                  <Protocol><StudyEventRef StudyEventOID="SE.2" OrderNumber="1" Mandatory="Yes"/>
                    <StudyEventRef StudyEventOID="SE.1" OrderNumber="2" Mandatory="Yes"/></Protocol>
                  <StudyEventDef OID="SE.1" Name="Late" Repeating="No" Type="Scheduled">
                    <FormRef FormOID="F.1" Mandatory="Yes"/></StudyEventDef>
                  <StudyEventDef OID="SE.2" Name="Early" Repeating="No" Type="Scheduled">
                    <FormRef FormOID="F.1" Mandatory="Yes"/></StudyEventDef>
                  <StudyEventDef OID="SE.3" Name="Logs" Repeating="No" Type="Common">
                    <FormRef FormOID="F.2" Mandatory="No"/></StudyEventDef>
                  <FormDef OID="F.1" Name="Form" Repeating="No"><ItemGroupRef ItemGroupOID="IG.1" Mandatory="Yes"/></FormDef>
                  <FormDef OID="F.2" Name="Log" Repeating="Yes"><ItemGroupRef ItemGroupOID="IG.2" Mandatory="Yes"/></FormDef>
                  <ItemGroupDef OID="IG.1" Name="Group" Repeating="No">
                    <ItemRef ItemOID="I.W" OrderNumber="2" Mandatory="Yes"/><ItemRef ItemOID="I.D" OrderNumber="1" Mandatory="No"/>
                    <ItemRef ItemOID="I.SEX" OrderNumber="3" Mandatory="No" CollectionExceptionConditionOID="C.1"/>
                    <ItemRef ItemOID="I.DRUG" OrderNumber="4" Mandatory="No" CollectionExceptionConditionOID="C.2"/>
                  </ItemGroupDef>
                  <ItemGroupDef OID="IG.2" Name="Rows" Repeating="No"><ItemRef ItemOID="I.TERM" Mandatory="Yes"/></ItemGroupDef>
                  <ItemDef OID="I.W" Name="WEIGHT" DataType="float" SignificantDigits="1" SASFieldName="WT" x:Seen="yes">
                    <Question><TranslatedText xml:lang="en">Weight</TranslatedText>
                      <TranslatedText xml:lang="de">Gewicht</TranslatedText></Question>
                    <MeasurementUnitRef MeasurementUnitOID="MU.KG"/>
                    <RangeCheck Comparator="GE" SoftHard="Soft"><CheckValue>40</CheckValue>
                      <MeasurementUnitRef MeasurementUnitOID="MU.KG"/>
                      <ErrorMessage><TranslatedText>Too light?</TranslatedText></ErrorMessage></RangeCheck>
                  </ItemDef>
                  <ItemDef OID="I.D" Name="DAY" DataType="date"><Question><TranslatedText>Day</TranslatedText></Question>
                    <RangeCheck Comparator="LT" SoftHard="Hard"><CheckValue>2026-02-01</CheckValue></RangeCheck></ItemDef>
                  <ItemDef OID="I.SEX" Name="SEX" DataType="text"><Question><TranslatedText>Sex</TranslatedText></Question>
                    <CodeListRef CodeListOID="CL.SEX"/></ItemDef>
                  <ItemDef OID="I.DRUG" Name="DRUG" DataType="text"><Question><TranslatedText>Drug</TranslatedText></Question>
                    <CodeListRef CodeListOID="CL.WHO"/></ItemDef>
                  <ItemDef OID="I.TERM" Name="TERM" DataType="text"><Question><TranslatedText>Term</TranslatedText></Question></ItemDef>
                  <CodeList OID="CL.SEX" Name="Sex" DataType="text"><EnumeratedItem CodedValue="F"/><EnumeratedItem CodedValue="M"/></CodeList>
                  <CodeList OID="CL.WHO" Name="Drugs" DataType="text"><ExternalCodeList Dictionary="WHODrug" Version="2025"/></CodeList>
                  <ConditionDef OID="C.1" Name="Light"><Description><TranslatedText>Light</TranslatedText></Description>
                    <FormalExpression Context="OpenEDC">I.W &lt; 40</FormalExpression></ConditionDef>
                  <ConditionDef OID="C.2" Name="Odd"><Description><TranslatedText>Odd</TranslatedText></Description>
                    <FormalExpression Context="SAS 9">mod(weight, 2) = 1</FormalExpression></ConditionDef>
                </MetaDataVersion>
              </Study>
              <ClinicalData StudyOID="ST.1" MetaDataVersionOID="MDV.1"><SubjectData SubjectKey="1"/></ClinicalData>
            </ODM>
            """;

    private record Read(StudyDefinition study, List<Remark> remarks) {

        List<Remark> of(Remark.Kind kind) {
            return remarks.stream().filter(remark -> remark.kind() == kind).toList();
        }
    }

    private static Read read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Read read(byte[] file) {
        DefinitionReader reader = new DefinitionReader();
        return new Read(reader.read(file), reader.remarks());
    }

    private static Read external(String name) throws IOException {
        Path file = StudyFiles.root().resolve("../shared/data").resolve(name).normalize();
        assumeTrue(Files.exists(file), () -> file + " is not there");
        return read(Files.readAllBytes(file));
    }

    private static FormFindings judge(FormRules rules, Map<String, TypedValue> values) {
        return rules.judge(values, Map.of());
    }

    @Test
    void aStudyIsReadWithItsOrderUnitsListsChecksAndWords() {
        StudyDefinition study = read(SMALL).study();
        assertThat(study.description().text()).isEqualTo("A small one.");
        assertThat(study.events()).extracting(EventDefinition::oid).containsExactly("SE.2", "SE.1", "SE.3");
        assertThat(study.event("SE.3").isLog()).isTrue();
        assertThat(study.form("F.2").log()).isTrue();
        assertThat(study.form("F.1").items())
                .extracting(ItemDefinition::oid)
                .containsExactly("I.D", "I.W", "I.SEX", "I.DRUG");
        ItemDefinition weight = study.item("F.1", "I.W");
        assertThat(weight.unit().symbol()).isEqualTo("kg");
        assertThat(weight.significantDigits()).isEqualTo(1);
        assertThat(weight.question().in("de")).isEqualTo("Gewicht");
        assertThat(weight.aliases()).contains(new ItemDefinition.Alias("SAS", "WT"));
        assertThat(weight.checks()).singleElement().satisfies(check -> {
            assertThat(check.isHard()).isFalse();
            assertThat(check.message().text()).isEqualTo("Too light?");
        });
        assertThat(study.item("F.1", "I.SEX").type()).isEqualTo(DataType.CHOICE);
        assertThat(study.item("F.1", "I.DRUG").type()).isEqualTo(DataType.TEXT);
    }

    @Test
    void rangeChecksAndFormulasRun() {
        FormRules rules = new StudyRules(read(SMALL).study()).form("F.1");
        Map<String, TypedValue> light = Map.of(
                "I_W", TypedValue.number(new BigDecimal("39.9")),
                "I_D", TypedValue.date(org.casebook.kernel.PartialDate.parse("2026-02-01")));
        assertThat(judge(rules, light).fired())
                .extracting(check -> check.check())
                .containsExactlyInAnyOrder("I.W.RC1", "I.D.RC1");
        assertThat(judge(rules, light).isShown("I_SEX")).isFalse();
        Map<String, TypedValue> well = Map.of(
                "I_W", TypedValue.number(new BigDecimal("40")),
                "I_D", TypedValue.date(org.casebook.kernel.PartialDate.parse("2026-01-31")));
        assertThat(judge(rules, well).fired()).isEmpty();
        assertThat(judge(rules, well).isShown("I_SEX")).isTrue();
    }

    @Test
    void aComputedWholeNumberIsRoundedHalfUp() {
        String half = SMALL.replace(
                        "<ItemDef OID=\"I.TERM\"",
                        "<ItemDef OID=\"I.H\" Name=\"HALF\" DataType=\"integer\"><Question><TranslatedText>Half</TranslatedText>"
                                + "</Question></ItemDef><ItemDef OID=\"I.TERM\"")
                .replace(
                        "<ItemRef ItemOID=\"I.DRUG\"",
                        "<ItemRef ItemOID=\"I.H\" Mandatory=\"No\" MethodOID=\"M.H\" OrderNumber=\"9\"/><ItemRef ItemOID=\"I.DRUG\"")
                .replace(
                        "<ConditionDef OID=\"C.1\"",
                        "<MethodDef OID=\"M.H\" Name=\"Half\" Type=\"Computation\"><Description><TranslatedText>Half</TranslatedText>"
                                + "</Description><FormalExpression Context=\"OpenEDC\">I.W / 2</FormalExpression></MethodDef>"
                                + "<ConditionDef OID=\"C.1\"");
        FormRules rules = new StudyRules(read(half).study()).form("F.1");
        Map<String, TypedValue> five = Map.of("I_W", TypedValue.number(new BigDecimal("5")));
        assertThat(judge(rules, five).derived().get("I_H").text()).isEqualTo("3");
    }

    @Test
    void aFormulaThatNamesItsOwnFormWithTheVisitSeesItsOwnValueThere() {
        StudyRules rules = new StudyRules(
                read(SMALL.replace("I.W &lt; 40", "SE.1-F.1-IG.1-I.W &lt; 40")).study());
        Map<String, TypedValue> light = Map.of("I_W", TypedValue.number(new BigDecimal("39.9")));
        Map<String, TypedValue> well = Map.of("I_W", TypedValue.number(new BigDecimal("40")));
        assertThat(judge(rules.form("F.1", "SE.1"), light).isShown("I_SEX")).isFalse();
        assertThat(judge(rules.form("F.1", "SE.1"), well).isShown("I_SEX")).isTrue();
        FormRules early = rules.form("F.1", "SE.2");
        assertThat(early.foreignNames()).contains("SE_1.F_1.I_W");
        assertThat(early.judge(light, Map.of("SE_1.F_1.I_W", TypedValue.number(new BigDecimal("41"))))
                        .isShown("I_SEX"))
                .isTrue();
    }

    @Test
    void whatIsNotTakenIsTold() {
        Read read = read(SMALL);
        assertThat(read.of(Remark.Kind.STRIPPED))
                .extracting(Remark::sentence)
                .anyMatch(told -> told.contains("element Extra of the namespace urn:other was left out, once"))
                .anyMatch(told -> told.contains("attribute Seen"))
                .anyMatch(told -> told.contains("clinical data of 1 participants"))
                .noneMatch(told -> told.contains("More"));
        assertThat(read.of(Remark.Kind.KEPT))
                .anyMatch(remark ->
                        remark.oid().equals("C.2") && remark.sentence().contains("mod(weight, 2) = 1"))
                .anyMatch(remark -> remark.sentence().contains("WHODrug 2025"));
        assertThat(read.study().item("F.1", "I.DRUG").conditionOid()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<StudyName>Small</StudyName> | '' | GlobalVariables | StudyName",
                "StudyName> | studyName> | studyName | ODM writes StudyName",
                "FormOID=\"F.2\" | FormOID=\"F.9\" | FormRef | F.9",
                "ItemOID=\"I.TERM\" | ItemOID=\"I.NONE\" | ItemRef | I.NONE",
                "DataType=\"float\" | '' | ItemDef | DataType is missing",
                "Comparator=\"GE\" | Comparatr=\"GE\" | RangeCheck | Comparatr",
                "<Protocol> | <Include StudyOID='A' MetaDataVersionOID='B'/><Protocol> | Include | includes",
                "ODMVersion=\"1.3.2\" | ODMVersion=\"1.2.1\" | ODM | 1.3.0 to 1.3.2",
                "<CodeList OID | <CodeLists/><CodeList OID | CodeLists | no such element",
            })
    void anyOtherFaultRefusesTheFileWhole(String found, String instead, String element, String told) {
        assertThatThrownBy(() -> read(SMALL.replace(found, instead.equals("''") ? "" : instead)))
                .isInstanceOfSatisfying(
                        StudyFileIsFaulty.class,
                        refusal -> assertThat(refusal.faults())
                                .anyMatch(fault -> fault.element().equals(element)
                                        && fault.line() > 1
                                        && (fault.sentence() + fault.oid()).contains(told)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " Repeating=\"No\" Type=\"Scheduled\" | Repeating=\"No\" | no Type",
                " Mandatory=\"Yes\"/></FormDef> | /></FormDef> | no Mandatory",
                "<ErrorMessage><TranslatedText>Too light?</TranslatedText></ErrorMessage> | '' | no ErrorMessage",
                "<Question><TranslatedText>Term</TranslatedText></Question> | '' | no Question",
                "OID=\"CL.SEX\" Name=\"Sex\" DataType=\"text\" | OID=\"CL.SEX\" Name=\"Sex\" DataType=\"boolean\" | boolean",
                "ItemGroupOID=\"IG.2\" Mandatory=\"Yes\"/> | ItemGroupOID=\"IG.2\" Mandatory=\"Yes\"/><ItemGroupRef ItemGroupOID=\"\" Mandatory=\"No\"/> | refers to nothing",
                "CodeListOID=\"CL.SEX\" | CodeListOID=\"CL.NONE\" | not in the file",
            })
    void whatIsOnTheListIsRepairedAndTold(String found, String instead, String told) {
        assertThat(SMALL).contains(found);
        assertThat(read(SMALL.replace(found, instead.equals("''") ? "" : instead))
                        .of(Remark.Kind.REPAIRED))
                .anyMatch(remark -> remark.sentence().contains(told) && remark.line() > 1);
    }

    @Test
    void openEdcsExampleComesInWithItsRulesRunning() throws IOException {
        Read read = external("openedc/metadata.xml");
        StudyDefinition study = read.study();
        assertThat(study.events()).hasSize(3);
        assertThat(study.forms()).hasSize(5);
        assertThat(study.conditions()).hasSize(7);
        assertThat(study.methods()).hasSize(2);
        assertThat(study.units()).hasSize(5);
        assertThat(read.of(Remark.Kind.KEPT)).isEmpty();
        assertThat(study.languages()).containsExactly("en", "de");
        assertThat(study.form("F.4").help().in("de")).startsWith("*WHO-5 Wohlbefinden-Index*");
        StudyRules rules = new StudyRules(study);
        Map<String, TypedValue> person = Map.of(
                "Weight", TypedValue.number(new BigDecimal("81")),
                "Height", TypedValue.number(new BigDecimal("1.8")),
                "Gender", TypedValue.text("Male"),
                "Age", TypedValue.number(new BigDecimal("17")));
        assertThat(judge(rules.form("F.1"), person).derived().get("BMI").number())
                .isEqualByComparingTo("25");
        assertThat(judge(rules.form("F.1"), person).isShown("Pregnant")).isFalse();
        assertThat(judge(rules.form("F.1"), person).fired())
                .extracting(check -> check.check())
                .containsExactly("Age.RC1");
        assertThat(study.item("F.1", "Age").checks().get(0).message().text()).isEqualTo("Expected: at least 18 years.");
        Map<String, TypedValue> answers = new java.util.HashMap<>();
        List.of("5", "4", "3", "2", "1").forEach(code -> answers.put("WHO_" + code, TypedValue.text(code)));
        assertThat(judge(rules.form("F.4"), answers).derived().get("I_2").number())
                .isEqualByComparingTo("60");
    }
}
