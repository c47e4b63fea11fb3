package org.casebook.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.casebook.acceptance.RunResult.Step;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.StudyRules;
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
                "<cb:Expect ItemGroupOID='DM' ItemOID='BRTHDAT' Only='Yes'/> | checks only none | checks CK_DM_ADULT",
                "<cb:Expect ItemGroupOID='DM' Checks='CK_DM_FUTURE'/> | checks CK_DM_FUTURE | checks CK_DM_ADULT",
                "<cb:Expect ItemGroupOID='DM' Shown='No'/> | not collected | collected",
                "<cb:Expect CriterionOID='CR_I1' Criterion='NotYet'/> | not yet | met",
                "<cb:Expect Eligible='Met'/> | met | not yet",
                "<cb:Expect Consented='Yes'/> | consented | not consented",
                "<cb:Expect State='Due'/> | due | done",
                "<cb:Expect StudyEventOID='SE_DAY0' Planned='2026-03-24' Latest='2026-03-30'/> | planned 2026-03-24, latest 2026-03-30 | planned 2026-03-23, latest 2026-03-30",
                "<cb:Expect StudyEventOID='SE_DAY1' Earliest='2026-03-24'/> | earliest 2026-03-24 | earliest not known",
                "<cb:Enter ItemGroupOID='DM' ItemOID='SEX' Value='M' Expect='Refused'/> | refused | taken",
            })
    void what_differs_is_red(String step, String expected, String actual) throws IOException {
        Step last = last(step);
        assertThat(last.passed()).isFalse();
        assertThat(last.expected()).isEqualTo(expected);
        assertThat(last.actual()).isEqualTo(actual);
        assertThat(last.line()).isPositive();
    }

    @Test
    void a_refusal_that_nobody_expected_says_why() throws IOException {
        Step last = last("<cb:Enter ItemGroupOID='DM' ItemOID='CHILDPOT' Value='yes'/>");
        assertThat(last.passed()).isFalse();
        assertThat(last.what()).isEqualTo("DM.CHILDPOT ← “yes”");
        assertThat(last.actual()).startsWith("refused: ").contains("not asked at present");
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
