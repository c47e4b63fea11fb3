package org.casebook.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.casebook.runtime.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFileTest {
    private static final String STUDY = """
            <ODM xmlns="http://www.cdisc.org/ns/odm/v2.0" xmlns:cb="http://casebook.org/ns/odm/v1">
              <Study OID="S" StudyName="A study">
                <MetaDataVersion OID="V">
                  <StudyEventDef OID="SE_LOGS" Type="Common"/>
                  <StudyEventDef OID="SE_1" Type="Scheduled"/>
                  <ItemGroupDef OID="F" Type="Form" Repeating="No" cb:Purpose="Eligibility" cb:Signed="Yes"/>
                  <ItemGroupDef OID="L" Type="Form" Repeating="Dynamic"/>
                  <ItemDef OID="FILE"><cb:Attachment/></ItemDef>
                  <cb:TestParticipant OID="TP_OTHER" Name="No journey" Today="2026-03-02"/>
                  <cb:TestParticipant OID="TP_JOURNEY_1" Name="A journey" Today="2026-03-02">
                    <cb:Visit StudyEventOID="SE_1" Date="2026-03-02">
                      <cb:Enter ItemGroupOID="F" ItemOID="BORN" Value="1970-01-31"/>
                      <cb:Enter ItemGroupOID="F" ItemOID="DAT" Value="2026-03-02"/>
                      <cb:Expect ItemGroupOID="F" ItemOID="SUM" Value="7"/>
                      <cb:Expect Eligible="Met"/>
                      <cb:Form ItemGroupOID="F" Do="Complete"/>
                    </cb:Visit>
                    <cb:Visit StudyEventOID="SE_LOGS" Today="2026-03-12">
                      <cb:Enter ItemGroupOID="L" ItemOID="TERM" Row="1" Value="One"/>
                      <cb:Enter ItemGroupOID="L" ItemOID="TERM" Row="2" Value="Two"/>
                    </cb:Visit>
                  </cb:TestParticipant>
                </MetaDataVersion>
              </Study>
            </ODM>
            """;

    @TempDir
    private Path folder;

    @Test
    void a_journey_is_read_with_its_forms_rows_and_results() throws IOException {
        StudyFile file = file();
        Journey journey = file.journeys().get(0);
        assertThat(file.journeys()).hasSize(1);
        assertThat(journey.stops()).extracting(Journey.Stop::event).containsExactly("SE_1", "SE_LOGS");
        assertThat(journey.stops()).extracting(Journey.Stop::dated).containsExactly(true, false);
        Journey.Filled form = journey.stops().get(0).forms().get(0);
        assertThat(form.answers()).containsOnlyKeys("BORN", "DAT");
        assertThat(form.computed()).containsEntry("SUM", "7").hasSize(1);
        assertThat(form.complete()).isTrue();
        assertThat(journey.stops().get(1).forms())
                .extracting(Journey.Filled::row)
                .containsExactly(1, 2);
        assertThat(file.isSigned("F")).isTrue();
        assertThat(file.isSigned("L")).isFalse();
        assertThat(file.isRows("L")).isTrue();
        assertThat(file.isLogs("SE_LOGS")).isTrue();
        assertThat(file.isFile("FILE")).isTrue();
        assertThat(file.isRandomised()).isFalse();
        assertThat(file.purpose("F")).isEqualTo("Eligibility");
    }

    @Test
    void a_journey_is_moved_with_its_dates_but_nobody_is_born_on_another_day() throws IOException {
        Journey moved = file().journeys().get(0).endingOn(LocalDate.parse("2027-03-12"));
        assertThat(moved.begin()).isEqualTo("2027-03-02");
        assertThat(moved.end()).isEqualTo("2027-03-12");
        assertThat(moved.stops().get(0).forms().get(0).answers())
                .containsEntry("BORN", "1970-01-31")
                .containsEntry("DAT", "2027-03-02");
        assertThat(moved.until(LocalDate.parse("2027-03-11")).stops()).hasSize(1);
    }

    @Test
    void names_that_no_study_has_are_refused_with_those_that_there_are() throws IOException {
        file();
        DemoStudies.check(folder, List.of("some", "bmmsc-dmso"));
        assertThatThrownBy(() -> DemoStudies.check(folder, List.of("som")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("\"som\"")
                .hasMessageContaining("bmmsc-dmso, some");
    }

    private StudyFile file() throws IOException {
        Path path = folder.resolve("some.xml");
        Files.writeString(path, STUDY);
        return StudyFile.read(path);
    }
}
