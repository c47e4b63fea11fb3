package org.casebook.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import org.casebook.acceptance.RunResult.Step;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A step that does not come out as expected is red, with expected and actual in the same words. */
class TestCourseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<cb:Expect ItemGroupOID='DM' ItemOID='SEX' Shown='No'/> | hidden | shown",
                "<cb:Expect ItemGroupOID='DM' ItemOID='CHILDPOT' Shown='Yes'/> | shown | hidden",
                "<cb:Expect ItemGroupOID='DM' ItemOID='SEX' Value='F'/> | value “F” | value “M”",
                "<cb:Expect ItemGroupOID='DM' ItemOID='SEX' Value=''/> | no value | value “M”",
                "<cb:Expect ItemGroupOID='DM' ItemOID='SEX' Readable='No'/> | not understood | understood",
                "<cb:Expect ItemGroupOID='DM' ItemOID='BRTHDAT' Only='Yes'/> | no checks | checks CK_DM_ADULT",
                "<cb:Expect ItemGroupOID='DM' Checks='CK_DM_FUTURE'/> | checks CK_DM_FUTURE | checks CK_DM_ADULT",
                "<cb:Expect ItemGroupOID='DM' Shown='No'/> | not collected | collected",
                "<cb:Expect CriterionOID='CR_I1' Criterion='NotYet'/> | not yet | met",
                "<cb:Expect Eligible='Met'/> | met | not yet",
                "<cb:Expect Consented='Yes'/> | consented | not consented",
                "<cb:Expect State='Due'/> | due | done",
                "<cb:Expect StudyEventOID='SE_DAY0' Planned='2026-03-24' Latest='2026-03-30'/> | planned 2026-03-24, latest 2026-03-30 | planned 2026-03-23, latest 2026-03-30",
                "<cb:Expect StudyEventOID='SE_DAY1' Earliest='2026-03-24'/> | earliest 2026-03-24 | earliest not known",
                "<cb:Enter ItemGroupOID='DM' ItemOID='SEX' Value='M' Expect='Refused'/> | refused | taken",
                "<cb:Form ItemGroupOID='DM' Do='Lock' Expect='Refused'/> | refused | taken",
                "<cb:Form ItemGroupOID='DM' Do='Void' Reason='x' Expect='Refused'/> | refused | taken",
            })
    void what_differs_is_red(String step, String expected, String actual) throws IOException {
        Step last = last(step);
        assertThat(last.passed()).isFalse();
        assertThat(last.expected()).isEqualTo(expected);
        assertThat(last.actual()).isEqualTo(actual);
        assertThat(last.line()).isPositive();
    }

    @Test
    void what_happens_to_a_form_is_refused_as_in_production() throws IOException {
        assertThat(last("<cb:Form ItemGroupOID='DM' Do='Void'/>").actual())
                .contains("refused")
                .contains("reason");
        assertThat(last("<cb:Form ItemGroupOID='ODI' Do='Void' Reason='x'/>").passed())
                .isFalse();
        Step incomplete = last("<cb:Form ItemGroupOID='ICF' Do='Complete'/>");
        assertThat(incomplete.passed()).isFalse();
        assertThat(incomplete.what()).isEqualTo("ICF complete");
    }

    @Test
    void a_refusal_that_nobody_expected_says_why() throws IOException {
        Step last = last("<cb:Enter ItemGroupOID='DM' ItemOID='CHILDPOT' Value='yes'/>");
        assertThat(last.passed()).isFalse();
        assertThat(last.what()).isEqualTo("DM.CHILDPOT ← “yes”");
        assertThat(last.actual()).startsWith("refused: ").contains("not asked at present");
    }

    @Test
    void what_comes_is_the_same_for_every_reader() throws IOException {
        String step = "<cb:Enter ItemGroupOID='DM' ItemOID='CHILDPOT' Value='yes'/>";
        Step english = last(step);
        Language.GERMAN.speak(() -> assertThat(last(step)).isEqualTo(english));
    }

    /** The file is wrong on purpose: its score forgets an item, and its test participant knows better. */
    @Test
    void a_study_that_does_not_do_what_it_should_is_red_where_it_does_not() throws IOException {
        StudyDefinition study;
        try (InputStream file = TestCourseTest.class.getResourceAsStream("red-study.xml")) {
            study = new DefinitionReader().read(file.readAllBytes());
        }
        RunResult result = TestCourse.run(study, new StudyRules(study));
        assertThat(result.participants())
                .extracting(RunResult.Participant::passed)
                .containsExactly(true, false);
        assertThat(result.participants().get(1).steps())
                .filteredOn(step -> !step.passed())
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.line()).isEqualTo(40);
                    assertThat(step.what()).isEqualTo("PAIN.TOTAL");
                    assertThat(step.expected()).isEqualTo("value “9”");
                    assertThat(step.actual()).isEqualTo("value “7”");
                });
    }

    /** 50 test participants of 20 steps are run in well under a second, once the study is compiled. */
    @Test
    void many_test_participants_take_no_time_to_speak_of() throws IOException {
        StudyDefinition study = many(50);
        StudyRules rules = new StudyRules(study);
        TestCourse.run(study, rules);
        // of this thread alone: what else the machine does is not the run's
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        RunResult result = TestCourse.run(study, rules);
        long cpu = threads.getCurrentThreadCpuTime() - start;
        assertThat(cpu).isLessThan(1_000_000_000L);
        assertThat(result.steps()).isEqualTo(50 * 20);
        assertThat(result.passed()).isTrue();
    }

    private static StudyDefinition many(int participants) throws IOException {
        StringBuilder written = new StringBuilder();
        for (int i = 1; i <= participants; i++) {
            written.append("<cb:TestParticipant OID='TP_%d' Name='One of many' Today='2026-03-02'>".formatted(i))
                    .append("<cb:Visit StudyEventOID='SE_SCREEN' Date='2026-03-02'>");
            for (int item = 1; item <= 9; item++) {
                written.append("<cb:Enter ItemGroupOID='ODI' ItemOID='ODI%d' Value='2'/>".formatted(item))
                        .append("<cb:Expect ItemGroupOID='ODI' ItemOID='ODI%d' Value='2' Only='Yes'/>".formatted(item));
            }
            written.append(
                    "<cb:Expect ItemGroupOID='ODI' ItemOID='ODISCORE' Value='40.0'/></cb:Visit></cb:TestParticipant>");
        }
        String whole = StudyFiles.text("bmmsc-dmso.xml");
        String file = whole.substring(0, whole.indexOf("<cb:TestParticipant"))
                + written
                + whole.substring(whole.lastIndexOf("</MetaDataVersion>"));
        return new DefinitionReader().read(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_without_test_participants_runs_to_nothing() throws IOException {
        StudyDefinition study = StudyFiles.read("peer.xml");
        RunResult result = TestCourse.run(study, new StudyRules(study));
        assertThat(result.isEmpty()).isTrue();
        assertThat(result.passed()).isTrue();
    }

    @Test
    void one_red_step_makes_the_run_red() throws IOException {
        RunResult result = run("<cb:Expect Eligible='Met'/>");
        assertThat(result.passed()).isFalse();
        assertThat(result.failures()).isEqualTo(1);
        assertThat(run("<cb:Expect Eligible='NotYet'/>").passed()).isTrue();
    }

    private static Step last(String step) throws IOException {
        var steps = run(step).participants().get(0).steps();
        assertThat(steps.subList(0, steps.size() - 1)).allMatch(Step::passed);
        return steps.get(steps.size() - 1);
    }

    /** A boy of 16 at screening, his consent taken back, and then this step. */
    private static RunResult run(String step) throws IOException {
        String whole = StudyFiles.text("bmmsc-dmso.xml");
        String file = whole.substring(0, whole.indexOf("<cb:TestParticipant"))
                + """
                <cb:TestParticipant OID="TP" Name="Test" Today="2026-03-02">
                  <cb:Visit StudyEventOID="SE_SCREEN" Date="2026-03-02">
                    <cb:Enter ItemGroupOID="ICF" ItemOID="ICFYN" Value="yes"/>
                    <cb:Enter ItemGroupOID="ICF" ItemOID="ICFDAT" Value="2026-03-02"/>
                    <cb:Enter ItemGroupOID="DM" ItemOID="BRTHDAT" Value="2009-05"/>
                    <cb:Enter ItemGroupOID="DM" ItemOID="SEX" Value="M"/>
                    <cb:Enter ItemGroupOID="IE" ItemOID="IEI2" Value="yes"/>
                    <cb:Enter ItemGroupOID="ICF" ItemOID="ICFYN" Value=""/>
                    %s
                  </cb:Visit>
                </cb:TestParticipant>
                """.formatted(step)
                + whole.substring(whole.lastIndexOf("</MetaDataVersion>"));
        StudyDefinition study = new DefinitionReader().read(file.getBytes(StandardCharsets.UTF_8));
        return TestCourse.run(study, new StudyRules(study));
    }
}
