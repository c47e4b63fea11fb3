package org.casebook.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.StudyRules;
import org.junit.jupiter.api.Test;

/** Windows from randomisation that only plan: read from the file, and tried by test participants. */
class RandomizationAnchorTest {
    private static final String ITEM =
            "TimepointPostWindow=\"P0D\" cb:AnchorItemGroupOID=\"INJ\" cb:AnchorItemOID=\"INJDAT\" cb:OutsideWindow=\"Warn\"";
    private static final String RANDOMISED =
            "TimepointPostWindow=\"P0D\" cb:Anchor=\"Randomization\" cb:OutsideWindow=\"Off\"";
    private static final String TRIED = """
            <cb:TestParticipant OID="TP_FROM_RANDOMISATION" Name="Day 1 after randomisation" Today="2026-03-02" RandomizedOn="2026-03-10">
              <cb:Expect StudyEventOID="SE_DAY1" AsOf="2026-03-09" State="Unplanned"/>
              <cb:Expect StudyEventOID="SE_DAY1" AsOf="2026-03-10" State="Planned" Planned="2026-03-11" Earliest="2026-03-11" Latest="2026-03-11"/>
              <cb:Expect StudyEventOID="SE_DAY1" AsOf="2026-03-12" State="Overdue"/>
              <cb:Visit StudyEventOID="SE_DAY1" Date="2026-03-14">
                <cb:Expect State="Done"/>
              </cb:Visit>
            </cb:TestParticipant>
            """;

    @Test
    void test_participants_try_windows_from_randomisation() throws IOException {
        StudyDefinition study = read(RANDOMISED, TRIED);
        RunResult.Participant tried = TestCourse.run(study, new StudyRules(study)).participants().stream()
                .filter(one -> one.oid().equals("TP_FROM_RANDOMISATION"))
                .findFirst()
                .orElseThrow();
        assertThat(tried.steps()).filteredOn(step -> !step.passed()).isEmpty();
        assertThat(tried.steps()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void the_same_with_the_window_judged_is_red() throws IOException {
        StudyDefinition study = read(RANDOMISED.replace("Off", "Warn"), TRIED);
        assertThat(TestCourse.run(study, new StudyRules(study)).participants())
                .filteredOn(one -> one.oid().equals("TP_FROM_RANDOMISATION"))
                .noneMatch(RunResult.Participant::passed);
    }

    @Test
    void two_days_zero_are_a_fault() {
        String both = ITEM + " cb:Anchor=\"Randomization\"";
        assertThatThrownBy(() -> read(both, ""))
                .hasMessageContaining("It counts from randomisation and from the item INJDAT");
    }

    private static StudyDefinition read(String timing, String more) throws IOException {
        String text = StudyFiles.text("bmmsc-dmso.xml");
        String changed = text.replaceFirst(Pattern.quote(ITEM), Matcher.quoteReplacement(timing))
                .replace("</MetaDataVersion>", more + "</MetaDataVersion>");
        assertThat(changed).isNotEqualTo(text);
        return new DefinitionReader().read(changed.getBytes(StandardCharsets.UTF_8));
    }
}
