package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.casebook.definition.TestParticipant.Enter;
import org.casebook.definition.TestParticipant.ExpectItems;
import org.casebook.definition.TestParticipant.ExpectVisit;
import org.casebook.definition.TestParticipant.Visit;
import org.casebook.odm.Fault;
import org.casebook.odm.StudyFileIsFaulty;
import org.casebook.schedule.VisitState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test participants as a study file writes them, and the faults of those that cannot be followed. */
class TestParticipantReaderTest {

    private static final int FIRST_LINE = 4;

    @Test
    void it_reads_visits_entries_and_expectations_with_their_lines() throws IOException {
        TestParticipant read = read("""
                <cb:Visit StudyEventOID="SE_SCREEN" Date="2026-03-02" Today="2026-03-03" Reason="Why">
                  <cb:Enter ItemGroupOID="DM" ItemOID="BRTHDAT" Value=" 1971 "/>
                  <cb:Expect ItemGroupOID="DM" ItemOID="BRTHDAT" Value="1971" Checks="CK_DM_ADULT UNREADABLE" Only="Yes"/>
                </cb:Visit>
                <cb:Expect StudyEventOID="SE_DAY0" AsOf="2026-03-20" State="InWindow" Planned="2026-03-23"/>
                """).testParticipants().get(0);
        assertThat(read.oid()).isEqualTo("TP");
        Visit visit = (Visit) read.steps().get(0);
        assertThat(visit.today()).isEqualTo("2026-03-03");
        assertThat(((Enter) visit.steps().get(0)).value()).isEqualTo(" 1971 ");
        ExpectItems items = (ExpectItems) visit.steps().get(1);
        assertThat(items.checks()).containsExactly("CK_DM_ADULT", "UNREADABLE");
        assertThat(items.only()).isTrue();
        assertThat(items.shown()).isNull();
        ExpectVisit window = (ExpectVisit) read.steps().get(1);
        assertThat(window.state()).isEqualTo("IN_WINDOW");
        assertThat(window.line().number() - visit.line().number()).isEqualTo(FIRST_LINE);
    }

    @Test
    void where_a_step_stands_is_no_part_of_what_it_means() throws IOException {
        String steps = "<cb:Expect Eligible=\"NotYet\"/>";
        assertThat(read(steps).testParticipants())
                .isEqualTo(read("\n\n" + steps).testParticipants());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<cb:Visit StudyEventOID='SE_NONE'/> | It refers to the StudyEventDef SE_NONE",
                "<cb:Visit StudyEventOID='SE_SCREEN'><cb:Enter ItemGroupOID='NONE' ItemOID='SEX'/></cb:Visit> | ItemGroupDef NONE",
                "<cb:Visit StudyEventOID='SE_DAY1'><cb:Enter ItemGroupOID='DM' ItemOID='SEX'/></cb:Visit> | not filled at SE_DAY1",
                "<cb:Visit StudyEventOID='SE_SCREEN'><cb:Enter ItemGroupOID='DM' ItemOID='ODI1'/></cb:Visit> | has no item ODI1",
                "<cb:Visit StudyEventOID='SE_LOGS'><cb:Enter ItemGroupOID='AE' ItemOID='AETERM'/></cb:Visit> | say which Row",
                "<cb:Visit StudyEventOID='SE_SCREEN'><cb:Enter ItemGroupOID='DM' ItemOID='SEX' Row='1'/></cb:Visit> | has no Row",
                "<cb:Visit StudyEventOID='SE_SCREEN'><cb:Enter ItemGroupOID='DM' ItemOID='SEX' UnitOID='UN_X'/></cb:Visit> | cb:Unit UN_X",
                "<cb:Visit StudyEventOID='SE_SCREEN'><cb:Expect ItemGroupOID='DM' ItemOID='SEX' Checks='CK_DM_ADULT'/></cb:Visit> | no check CK_DM_ADULT on DM.SEX",
                "<cb:Visit StudyEventOID='SE_SCREEN'><cb:Expect ItemGroupOID='DM' Value='1'/></cb:Visit> | name it by ItemOID",
                "<cb:Expect ItemGroupOID='DM' ItemOID='SEX' Shown='Yes'/> | at which visit it is seen",
                "<cb:Expect Planned='2026-03-02'/> | Name the visit",
                "<cb:Expect CriterionOID='CR_X' Criterion='Met'/> | Criterion CR_X",
                "<cb:Expect Criterion='Met'/> | Criterion goes with CriterionOID",
                "<cb:Expect Eligible='Met' State='Due' StudyEventOID='SE_DAY0'/> | one kind of thing",
                "<cb:Expect Eligible='Perhaps'/> | Perhaps",
                "<cb:Visit StudyEventOID='SE_SCREEN' Date='2026-02-30'/> | 2026-02-30",
                "<cb:Visit StudyEventOID='SE_SCREEN' Date='2026-02-28' NotDone='Yes'/> | either has a Date",
                "<cb:Visit StudyEventOID='SE_LOGS' Date='2026-02-28'/> | has no date",
                "<cb:Expect StudyEventOID='SE_LOGS' State='Due'/> | no place in the schedule",
                "<cb:Enter ItemGroupOID='DM' ItemOID='SEX'/> | cb:Enter",
                "<cb:Visit StudyEventOID='SE_SCREEN' When='2026-02-28'/> | When",
            })
    void what_cannot_be_followed_is_a_fault_with_its_line(String step, String sentence) throws IOException {
        String file = file(step);
        int line = file.substring(0, file.indexOf(step)).split("\n", -1).length;
        StudyFileIsFaulty faulty = catchThrowableOfType(StudyFileIsFaulty.class, () -> parse(file));
        assertThat(faulty).as(step).isNotNull();
        assertThat(faulty.faults())
                .extracting(Fault::toString)
                .anySatisfy(fault -> assertThat(fault).contains(sentence).startsWith("Line " + line));
    }

    @Test
    void two_test_participants_do_not_share_an_oid() throws IOException {
        String twice = file("<cb:Expect Eligible='NotYet'/></cb:TestParticipant>"
                + "<cb:TestParticipant OID='TP' Name='Again' Today='2026-03-02'><cb:Expect Eligible='NotYet'/>");
        StudyFileIsFaulty faulty = catchThrowableOfType(StudyFileIsFaulty.class, () -> parse(twice));
        assertThat(faulty.faults())
                .extracting(Fault::sentence)
                .anySatisfy(fault -> assertThat(fault).contains("TP is given twice"));
    }

    @Test
    void states_of_visits_are_written_as_the_schedule_names_them() throws IOException {
        List<String> states = List.of(
                "Unplanned",
                "Planned",
                "Due",
                "Overdue",
                "Missed",
                "NotDone",
                "InWindow",
                "Early",
                "Late",
                "Done",
                "NotExpected");
        List<String> read = new ArrayList<>();
        for (String state : states) {
            read.add(((ExpectVisit) read("<cb:Expect StudyEventOID='SE_DAY0' State='" + state + "'/>")
                            .testParticipants()
                            .get(0)
                            .steps()
                            .get(0))
                    .state());
        }
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(VisitState.values()).map(VisitState::name).toList());
    }

    private static StudyDefinition read(String steps) throws IOException {
        return parse(file(steps));
    }

    private static StudyDefinition parse(String file) {
        return new DefinitionReader().read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String steps) throws IOException {
        String whole = StudyFiles.text("bmmsc-dmso.xml");
        int first = whole.indexOf("<cb:TestParticipant");
        int last = whole.lastIndexOf("</MetaDataVersion>");
        return whole.substring(0, first)
                + "<cb:TestParticipant OID=\"TP\" Name=\"Test\" Today=\"2026-03-02\">\n"
                + steps
                + "</cb:TestParticipant>\n"
                + whole.substring(last);
    }
}
