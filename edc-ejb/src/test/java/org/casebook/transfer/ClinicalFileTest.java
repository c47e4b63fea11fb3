package org.casebook.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.casebook.definition.StudyFiles;
import org.casebook.kernel.Invalid;
import org.casebook.odm.StudyFileIsFaulty;
import org.casebook.transfer.SourceSubject.Group;
import org.casebook.transfer.SourceSubject.Level;
import org.casebook.transfer.SourceSubject.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinicalFileTest {

    static final String OLD = """
            <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" xmlns:x="urn:x" FileType="%s" FileOID="F" ODMVersion="1.3.2"
                 CreationDateTime="2026-01-01T00:00:00Z">
            <ClinicalData StudyOID="S" MetaDataVersionOID="V"><SubjectData SubjectKey="7"%s><SiteRef LocationOID="SITE.101"/>
            %s
            </SubjectData></ClinicalData></ODM>
            """;

    private static List<SourceSubject> read(String file) {
        List<SourceSubject> subjects = new ArrayList<>();
        ClinicalFile.read(file.getBytes(StandardCharsets.UTF_8), subjects::add);
        return subjects;
    }

    @Test
    void aSnapshotOfOdm13() {
        SourceSubject subject = read(OLD.formatted("Snapshot", "", """
                <StudyEventData StudyEventOID="SE.1" StudyEventRepeatKey="1"><FormData FormOID="F.1">
                <ItemGroupData ItemGroupOID="IG.1" ItemGroupRepeatKey="2">
                <ItemData ItemOID="A" Value="1"><MeasurementUnitRef MeasurementUnitOID="MU"/></ItemData>
                <ItemData ItemOID="B" IsNull="Yes"><Annotation SeqNum="1"><Comment>Left blank: UNKNOWN</Comment></Annotation></ItemData>
                <ItemDataDate ItemOID="C">2026-01-02</ItemDataDate>
                <x:ItemData ItemOID="D" Value="foreign"/>
                </ItemGroupData></FormData></StudyEventData>""")).get(0);
        assertThat(subject.key()).isEqualTo("7");
        assertThat(subject.location()).isEqualTo("SITE.101");
        assertThat(subject.study()).isEqualTo("S");
        Group group = subject.groups().get(0);
        assertThat(group.event()).isEqualTo(new Level("SE.1", "1"));
        assertThat(group.path()).containsExactly(new Level("F.1", null), new Level("IG.1", "2"));
        assertThat(group.values())
                .containsExactly(
                        new Value(6, "A", "1", "MU", null, Act.UPSERT),
                        new Value(7, "B", null, null, "UNKNOWN", Act.UPSERT),
                        new Value(8, "C", "2026-01-02", null, null, Act.UPSERT, "Date", false));
    }

    @Test
    void odm20WithGroupsInGroups() {
        SourceSubject subject = read("""
                <ODM xmlns="http://www.cdisc.org/ns/odm/v2.0" FileType="Snapshot" FileOID="F" ODMVersion="2.0"
                     CreationDateTime="2026-01-01T00:00:00Z"><ClinicalData StudyOID="S" MetaDataVersionOID="V">
                <SubjectData SubjectKey="7"><StudyEventData StudyEventOID="SE"><ItemGroupData ItemGroupOID="FORM">
                <ItemData ItemOID="A"><Value>x</Value></ItemData>
                <ItemGroupData ItemGroupOID="SECTION"><ItemData ItemOID="B"><Value>P</Value><Value>Q</Value></ItemData>
                </ItemGroupData></ItemGroupData></StudyEventData></SubjectData></ClinicalData></ODM>
                """).get(0);
        assertThat(subject.groups()).hasSize(2);
        assertThat(subject.groups())
                .allSatisfy(group -> assertThat(group.path().get(0).oid()).isEqualTo("FORM"));
        assertThat(subject.groups().stream().flatMap(group -> group.values().stream()))
                .extracting(Value::text)
                .containsExactlyInAnyOrder("x", "P,Q");
        assertThat(subject.groups().stream().flatMap(group -> group.values().stream()))
                .filteredOn(Value::several)
                .extracting(Value::item)
                .containsExactly("B");
    }

    @Test
    void transactionTypesHoldForWhatIsInside() {
        SourceSubject subject = read(OLD.formatted("Transactional", " TransactionType=\"Context\"", """
                <StudyEventData StudyEventOID="SE.1" TransactionType="Context"><FormData FormOID="F.1" TransactionType="Insert">
                <ItemGroupData ItemGroupOID="IG.1"><ItemData ItemOID="A" Value="1"/><ItemData ItemOID="B" Value="2"
                 TransactionType="Remove"/></ItemGroupData></FormData>
                <FormData FormOID="F.2" TransactionType="Remove"/></StudyEventData>
                <StudyEventData StudyEventOID="SE.2" TransactionType="Remove"/>"""))
                .get(0);
        assertThat(subject.act()).isEqualTo(Act.CONTEXT);
        assertThat(subject.groups().get(0).values()).extracting(Value::act).containsExactly(Act.INSERT, Act.REMOVE);
        assertThat(subject.groups().get(1).act()).isEqualTo(Act.REMOVE);
        assertThat(subject.groups().get(1).path()).containsExactly(new Level("F.2", null));
        assertThat(subject.groups().get(2).path()).isEmpty();
    }

    @Test
    void ourOwnHistoriesSayThatAFormCameBack() {
        String file = OLD.formatted("Transactional", " TransactionType=\"Context\"", """
                <StudyEventData StudyEventOID="SE.1" TransactionType="Context"><FormData FormOID="F.1" TransactionType="Insert">
                <Annotation SeqNum="1"><Comment>form-restored; now: STARTED</Comment></Annotation></FormData>
                <FormData FormOID="F.1" TransactionType="Insert">
                <Annotation SeqNum="1"><Comment>form-started</Comment></Annotation></FormData></StudyEventData>""");
        String ours = file.replace("<ODM ", "<ODM SourceSystem=\"Casebook\" ");
        assertThat(read(ours).get(0).exported()).isTrue();
        assertThat(read(ours).get(0).groups()).extracting(Group::act).containsExactly(Act.RESTORE, Act.INSERT);
        assertThat(read(file).get(0).groups()).extracting(Group::act).containsExactly(Act.INSERT, Act.INSERT);
    }

    @Test
    void recordsOfAuditAndQueriesArePassedOverWhereverTheyStand() {
        SourceSubject subject = read(OLD.formatted("Snapshot", "", """
                <StudyEventData StudyEventOID="SE.1"><FormData FormOID="F.1"><ItemGroupData ItemGroupOID="IG.1">
                <ItemData ItemOID="A" Value="1"><AuditRecord><UserRef UserOID="U"/><LocationRef LocationOID="L"/>
                <DateTimeStamp>2026-01-01T00:00:00Z</DateTimeStamp></AuditRecord></ItemData></ItemGroupData></FormData>
                </StudyEventData><AuditRecord><UserRef UserOID="U"/><SiteRef LocationOID="ELSEWHERE"/></AuditRecord>""")).get(0);
        assertThat(subject.location()).isEqualTo("SITE.101");
        assertThat(subject.groups())
                .singleElement()
                .satisfies(group -> assertThat(group.values()).hasSize(1));
    }

    @Test
    void whatCannotBeTakenIsToldWithItsLine() {
        SourceSubject subject = read(OLD.formatted("Snapshot", "", """
                <StudyEventData StudyEventOID="SE.1"><FormData FormOID="F.1">astray<ItemGroupData ItemGroupOID="IG.1">
                <ItemData ItemOID="A" Value="1">lost</ItemData>
                <ItemDataFraction ItemOID="B">1/2</ItemDataFraction>
                <ItemDataInteger ItemOID="C" MeasurementUnitOID="MU">5<Comment>c</Comment></ItemDataInteger>
                <Row><ItemData ItemOID="D" Value="1"/></Row></ItemGroupData></FormData>
                <ItemData ItemOID="E" Value="1"/></StudyEventData>""")).get(0);
        assertThat(subject.content().oddities())
                .extracting(SourceSubject.Oddity::line)
                .containsExactly(4, 5, 6, 7, 8, 9);
        assertThat(subject.content().oddities())
                .extracting(SourceSubject.Oddity::sentence)
                .satisfiesExactly(
                        told -> assertThat(told).contains("astray").contains("FormData"),
                        told -> assertThat(told).contains("lost").contains("ItemData"),
                        told -> assertThat(told).contains("ItemDataFraction").contains("ItemGroupData"),
                        told -> assertThat(told).contains("“5”").contains("ItemDataInteger"),
                        told -> assertThat(told).contains("Row"),
                        told -> assertThat(told).contains("E stands in no form"));
    }

    @Test
    void valuesOfOneTypeAreReadWithTheirUnit() {
        SourceSubject subject = read(OLD.formatted("Snapshot", "", """
                <StudyEventData StudyEventOID="SE.1"><FormData FormOID="F.1"><ItemGroupData ItemGroupOID="IG.1">
                <ItemDataString ItemOID="A"> two words </ItemDataString>
                <ItemDataFloat ItemOID="B" MeasurementUnitOID="MU">1.5</ItemDataFloat>
                <ItemDataBoolean ItemOID="C" IsNull="Yes"/></ItemGroupData></FormData></StudyEventData>""")).get(0);
        assertThat(subject.content().oddities()).isEmpty();
        assertThat(subject.groups().get(0).values())
                .containsExactly(
                        new Value(5, "A", "two words", null, null, Act.UPSERT, "String", false),
                        new Value(6, "B", "1.5", "MU", null, Act.UPSERT, "Float", false),
                        new Value(7, "C", null, null, null, Act.UPSERT, "Boolean", false));
    }

    @Test
    void badFilesAreRefusedWithTheirLine() {
        assertThatThrownBy(() -> read("<!DOCTYPE ODM><ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\"/>"))
                .isInstanceOf(StudyFileIsFaulty.class)
                .hasMessageContaining("DOCTYPE");
        assertThatThrownBy(() -> read(OLD.formatted("Snapshot", "", "").replace("<SubjectData", "astray<SubjectData")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Line 3")
                .hasMessageContaining("astray");
        assertThatThrownBy(() -> read("<Study/>")).isInstanceOf(StudyFileIsFaulty.class);
        assertThatThrownBy(() -> read(OLD.formatted("Snapshot", "", "<StudyEventData/>")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Line 4")
                .hasMessageContaining("StudyEventOID");
        assertThatThrownBy(() -> read(OLD.formatted("Transactional", " TransactionType=\"Merge\"", "")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Merge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<SubjectData SubjectKey=\"8\"/> | SubjectData stands in SubjectData",
                "<StudyEventData StudyEventOID=\"S\"><FormData FormOID=\"F\"><ItemData ItemOID=\"A\" Value=\"1\"/></FormData></StudyEventData> | ItemData stands in FormData",
                "<StudyEventData StudyEventOID=\"S\"><ItemGroupData ItemGroupOID=\"F\"><ItemData ItemOID=\"A\" value=\"1\"/></ItemGroupData></StudyEventData> | no attribute value",
                "<StudyEventData StudyEventOID=\"S\"><ItemGroupData ItemGroupOID=\"F\"><ItemData ItemOID=\"A\" IsNull=\"yes\"/></ItemGroupData></StudyEventData> | IsNull",
                "<StudyEventData StudyEventOID=\"S\"><ItemGroupData ItemGroupOID=\"F\"><ItemData ItemOID=\"A\" Value=\"1\" TransactionType=\"Bogus\"/></ItemGroupData></StudyEventData> | Bogus",
                "<StudyEventData StudyEventOID=\"S\"><ItemGroupData ItemGroupOID=\"F\"><ItemData ItemOID=\"A\" Value=\"1\"><ItemData ItemOID=\"B\" Value=\"2\"/></ItemData></ItemGroupData></StudyEventData> | ItemData stands in ItemData",
                "<StudyEventData StudyEventOID=\"S\"><ItemGroupData ItemGroupOID=\"F\"><ItemDataInteger ItemOID=\"A\" Value=\"99\">72</ItemDataInteger></ItemGroupData></StudyEventData> | ItemDataInteger has no attribute Value",
                "<StudyEventData StudyEventOID=\"S\"><ItemGroupData ItemGroupOID=\"F\"><ItemData ItemOID=\"A\" IsNull=\"Yes\" Value=\"72\"/></ItemGroupData></StudyEventData> | Remove one of them",
                "<StudyEventData StudyEventOID=\"S\"><ItemGroupData ItemGroupOID=\"F\" ItemGroupRepeatKey=\"\"/></StudyEventData> | empty ItemGroupRepeatKey",
            })
    void whatStandsWhereOdmHasNoneRefusesTheFile(String inside, String said) {
        assertThatThrownBy(() -> read(OLD.formatted("Snapshot", "", inside)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(said)
                .hasMessageContaining("Line 4");
    }

    @Test
    void whatHoldsNoValueIsReadToo() {
        SourceSubject subject = read(OLD.formatted("Snapshot", "", """
                <StudyEventData StudyEventOID="SE.1"/>
                <StudyEventData StudyEventOID="SE.2"><FormData FormOID="F.1"/>
                <FormData FormOID="F.2"><ItemGroupData ItemGroupOID="IG.1"/></FormData></StudyEventData>""")).get(0);
        assertThat(subject.groups())
                .extracting(group -> group.event().oid() + " "
                        + group.path().stream().map(Level::oid).toList())
                .containsExactly("SE.1 []", "SE.2 [F.1]", "SE.2 [F.2, IG.1]");
    }

    @Test
    void aFileSaysOfWhichVersionAndSiteItsDataAre() {
        String file = OLD.formatted("Snapshot", "", "");
        for (String needed : List.of("StudyOID", "MetaDataVersionOID", "LocationOID")) {
            String without = file.replaceFirst(" " + needed + "=\"[^\"]*\"", "");
            assertThat(without).isNotEqualTo(file);
            assertThatThrownBy(() -> read(without))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("has no " + needed)
                    .hasMessageContaining("Line ");
        }
    }

    @Test
    void dataOfNobodyAreNotTaken() {
        String file = OLD.formatted("Snapshot", "", "");
        assertThatThrownBy(() ->
                        read(file.replace("<SubjectData ", "<ItemGroupData ItemGroupOID=\"IG.1\"/><SubjectData ")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("no SubjectData");
    }

    @Test
    void theOutermostElementsAreHeldToo() {
        String file = OLD.formatted("Snapshot", "", "");
        for (String wrong : List.of(
                file.replace("<ClinicalData ", "<Foo/><ClinicalData "),
                file.replace("<SubjectData ", "<Foo/><SubjectData "))) {
            assertThatThrownBy(() -> read(wrong)).isInstanceOf(Invalid.class).hasMessageContaining("Line ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ODMVersion=\"1.3.2\", ODMVersion=\"9\", ODMVersion is “9”",
        "ODMVersion=\"1.3.2\", ODMVersion=\"2.0\", ODMVersion is “2.0”",
        "ODMVersion=\"1.3.2\", '', ODMVersion is missing",
        "FileOID=\"F\", '', FileOID is missing",
        "FileOID=\"F\", FileOID=\" \", FileOID is missing",
        "CreationDateTime=\"2026-01-01T00:00:00Z\", '', CreationDateTime is missing",
        "CreationDateTime=\"2026-01-01T00:00:00Z\", CreationDateTime=\"yesterday\", CreationDateTime is “yesterday”",
        "FileType=\"Snapshot\", '', FileType is missing",
        "FileType=\"Snapshot\", FileType=\"transactional\", FileType is “transactional”",
    })
    void aFileSaysOfItselfWhatItIs(String said, String otherwise, String told) {
        String file = OLD.formatted("Snapshot", "", "");
        assertThat(file).contains(said);
        assertThatThrownBy(() -> read(file.replace(said, otherwise)))
                .isInstanceOfSatisfying(
                        StudyFileIsFaulty.class,
                        faulty -> assertThat(faulty.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.element()).isEqualTo("ODM");
                            assertThat(fault.line()).isEqualTo(2);
                            assertThat(fault.sentence()).contains(told);
                        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<StudyEventData StudyEventOID=\"S\"/> | StudyEventData",
                "<StudyEventData StudyEventOID=\"S\"><FormData FormOID=\"F\"/></StudyEventData> | A group without values",
                "<StudyEventData StudyEventOID=\"S\"><ItemGroupData ItemGroupOID=\"F\"><ItemData ItemOID=\"A\" Value=\"1\"/></ItemGroupData></StudyEventData> | ItemData",
                "<StudyEventData StudyEventOID=\"S\" TransactionType=\"Context\"><ItemGroupData ItemGroupOID=\"F\"><ItemDataInteger ItemOID=\"A\">1</ItemDataInteger></ItemGroupData></StudyEventData> | ItemDataInteger",
                "'' | SubjectData",
            })
    void transactionsSayWhatIsToBeDone(String inside, String element) {
        for (String around : List.of("", " TransactionType=\"Context\"")) {
            if (!inside.isEmpty() || around.isEmpty()) {
                assertThatThrownBy(() -> read(OLD.formatted("Transactional", around, inside)))
                        .isInstanceOf(Invalid.class)
                        .hasMessageContaining(element + " has no TransactionType")
                        .hasMessageContaining("Line " + (inside.isEmpty() ? 3 : 4));
            }
        }
        assertThat(read(OLD.formatted(
                        "Transactional", " TransactionType=\"Upsert\"", inside.replace("Context", "Insert"))))
                .hasSize(1);
        assertThat(read(OLD.formatted("Snapshot", "", inside))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "openedc/clinicaldata.xml, 90",
        "odmlib/test_clinical_data_01.xml, 2",
        "rave/test_double_byte_chars.xml, 1"
    })
    void filesOfOtherSystemsAreRead(String name, int participants) throws IOException {
        Path file = StudyFiles.root().resolve("../shared/data").resolve(name).normalize();
        assumeTrue(Files.exists(file), () -> file + " is not there");
        List<SourceSubject> subjects = new ArrayList<>();
        ClinicalFile.read(Files.readAllBytes(file), subjects::add);
        assertThat(subjects).hasSize(participants);
    }

    @Test
    void whatAnotherStudySaysOfTheSameKeyIsNotMixedIn() {
        SourceSubject here = read(OLD.formatted("Snapshot", "", "")).get(0);
        SourceSubject there = read(OLD.formatted("Snapshot", "", "").replace("StudyOID=\"S\"", "StudyOID=\"T\""))
                .get(0);
        assertThat(here.followedBy(there).content().oddities())
                .singleElement()
                .satisfies(odd -> assertThat(odd.sentence()).contains("in the study T"));
    }
}
