package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.casebook.definition.EventDefinition.Clock;
import org.casebook.definition.EventDefinition.Timing;
import org.casebook.odm.Remark;
import org.casebook.odm.StudyFileIsFaulty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The times by which windows in hours are judged, as a study file names them. */
class HourWindowsTest {

    private static final String H24 = " cb:AnchorItemGroupOID=\"INJ\" cb:AnchorItemOID=\"INJDAT\""
            + " cb:AnchorTimeItemOID=\"INJTIM\" cb:TimeItemGroupOID=\"CALL\" cb:TimeItemOID=\"CALLTIM\"";

    @Test
    void are_read_and_said_no_more_to_be_kept_without_meaning() throws IOException {
        DefinitionReader reader = new DefinitionReader();
        StudyDefinition study = reader.read(wilson());
        assertThat(study.event("SE_H24").timing().clock()).isEqualTo(new Clock("INJ", "INJTIM", "CALL", "CALLTIM"));
        assertThat(study.event("SE_W1").timing().clock()).isNull();
        assertThat(reader.remarks()).extracting(Remark::sentence).noneMatch(text -> text.contains("hours"));
    }

    @Test
    void without_times_it_is_told_that_days_decide() throws IOException {
        DefinitionReader reader = new DefinitionReader();
        reader.read(wilson(H24, " cb:AnchorItemGroupOID=\"INJ\" cb:AnchorItemOID=\"INJDAT\""));
        assertThat(reader.remarks())
                .extracting(Remark::sentence)
                .anyMatch(text -> text.contains("judged by the days it can fall on"));
    }

    @Test
    void the_time_may_belong_to_the_visit_itself_that_is_counted_from() throws IOException {
        Timing timing = new DefinitionReader()
                .read(wilson(" cb:AnchorItemOID=\"INJDAT\" cb:AnchorTimeItemOID", " cb:AnchorTimeItemOID"))
                .event("SE_H24")
                .timing();
        assertThat(timing.isAnchoredOnItem()).isFalse();
        assertThat(timing.anchorFormOid()).isNull();
        assertThat(timing.clock().anchorFormOid()).isEqualTo("INJ");
    }

    @Test
    void day_zero_may_be_a_date_with_its_time() throws IOException {
        String file = StudyFiles.text("wilson.xml")
                .replace(
                        "<ItemDef OID=\"INJTIM\" Name=\"INJTIM\" DataType=\"time\">",
                        "<ItemDef OID=\"INJTIM\" Name=\"INJTIM\" DataType=\"datetime\">")
                .replace(" cb:AnchorItemOID=\"INJDAT\" cb:AnchorTimeItemOID=\"INJTIM\"", " cb:AnchorItemOID=\"INJTIM\"")
                .replaceAll("(?s)<cb:TestParticipant.*</cb:TestParticipant>", "");
        Timing timing = new DefinitionReader()
                .read(file.getBytes(StandardCharsets.UTF_8))
                .event("SE_H24")
                .timing();
        assertThat(timing.anchorItemOid()).isEqualTo("INJTIM");
        assertThat(timing.clock()).isEqualTo(new Clock(null, null, "CALL", "CALLTIM"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        cb:AnchorTimeItemOID="INJTIM" | cb:AnchorTimeItemOID="INJTIMX" | item INJTIMX of form INJ at SE_DAY0, which is no time of day
        cb:AnchorTimeItemOID="INJTIM" | cb:AnchorTimeItemOID="INJDAT" | item INJDAT of form INJ at SE_DAY0, which is no time of day
        cb:AnchorTimeItemOID="INJTIM" | | no item tells the time of its day 0
        cb:TimeItemOID="CALLTIM" | cb:TimeItemOID="AEYN" | item AEYN of form CALL at SE_H24, which is no time of day
        cb:TimeItemGroupOID="CALL" | cb:TimeItemGroupOID="INJ" | item CALLTIM of form INJ at SE_H24, which is no time of day
        cb:TimeItemGroupOID="CALL" | cb:TimeItemGroupOID="AE" | item CALLTIM of form AE at SE_H24, which is no time of day
        cb:TimeItemGroupOID="CALL" | | name that item with its form
        cb:TimeItemOID="CALLTIM" | | name that item with its form
        cb:AnchorItemGroupOID="INJ" cb:AnchorItemOID="INJDAT" cb:AnchorTimeItemOID | cb:AnchorTimeItemOID | name that form too
        PT24H" TimepointPreWindow="PT4H" TimepointPostWindow="PT4H | P1D" TimepointPreWindow="P0D" TimepointPostWindow="P1D | its window has no hours
        """)
    void what_they_cannot_be_is_a_fault(String good, String bad, String sentence) throws IOException {
        byte[] file = wilson(good, bad == null ? "" : bad);
        StudyFileIsFaulty refusal =
                catchThrowableOfType(StudyFileIsFaulty.class, () -> new DefinitionReader().read(file));
        assertThat(refusal.faults()).anySatisfy(fault -> {
            assertThat(fault.sentence()).contains(sentence);
            assertThat(fault.oid()).isIn("SE_H24", "TM_H24");
            assertThat(fault.line()).isPositive();
        });
    }

    @Test
    void an_anchor_that_tells_its_time_takes_no_other() throws IOException {
        byte[] file = wilson(
                " cb:AnchorItemGroupOID=\"INJ\" cb:AnchorItemOID=\"INJDAT\" cb:AnchorTimeItemOID=\"INJTIM\"",
                " cb:Anchor=\"Randomization\" cb:AnchorItemGroupOID=\"INJ\" cb:AnchorTimeItemOID=\"INJTIM\"");
        StudyFileIsFaulty refusal =
                catchThrowableOfType(StudyFileIsFaulty.class, () -> new DefinitionReader().read(file));
        assertThat(refusal.faults())
                .anySatisfy(fault -> assertThat(fault.sentence()).contains("Leave cb:AnchorTimeItemOID out"));
    }

    private static byte[] wilson() throws IOException {
        return StudyFiles.text("wilson.xml").getBytes(StandardCharsets.UTF_8);
    }

    /** The study with this changed in the window of 24 hours, and without test participants, which would follow it. */
    private static byte[] wilson(String good, String bad) throws IOException {
        String whole = StudyFiles.text("wilson.xml").replaceAll("(?s)<cb:TestParticipant.*</cb:TestParticipant>", "");
        int at = whole.indexOf(good, whole.indexOf("OID=\"TM_H24\""));
        assertThat(at).as("the file holds " + good).isPositive();
        return (whole.substring(0, at) + bad + whole.substring(at + good.length())).getBytes(StandardCharsets.UTF_8);
    }
}
