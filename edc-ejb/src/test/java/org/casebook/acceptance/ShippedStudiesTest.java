package org.casebook.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.StudyRules;
import org.casebook.instrument.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The test participants of the studies that ship are green. */
class ShippedStudiesTest {

    @Test
    void the_trial_does_what_its_test_participants_expect() throws IOException {
        RunResult result = run("bmmsc-dmso.xml");
        assertThat(red(result)).isEmpty();
        assertThat(result.participants()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(result.steps()).isGreaterThan(200);
        assertThat(result.participants())
                .allSatisfy(one -> assertThat(one.steps())
                        .hasSizeGreaterThan(20)
                        .allSatisfy(step -> assertThat(step.line()).isPositive()));
    }

    @Test
    void the_starter_forms_fire_each_sort_of_check_and_are_silent_when_all_is_well() throws IOException {
        RunResult result = run("cdash-starters.xml");
        assertThat(red(result)).isEmpty();
        assertThat(result.participants())
                .extracting(RunResult.Participant::oid)
                .containsExactly("TP_GOOD", "TP_CHECKS");
        StudyDefinition study = StudyFiles.read("cdash-starters.xml");
        for (RunResult.Participant participant : result.participants()) {
            assertThat(study.forms().values())
                    .allSatisfy(form -> assertThat(participant.steps())
                            .as(form.oid() + " of " + participant.oid())
                            .anyMatch(step -> step.what().contains(form.oid())
                                    || step.what().contains(form.name().text())));
        }
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void the_instruments_score_as_their_test_participants_expect(String form, StudyDefinition study) {
        RunResult result = TestCourse.run(study, new StudyRules(study));
        assertThat(red(result)).isEmpty();
        assertThat(result.steps()).as(form).isGreaterThan(3);
    }

    static Stream<Arguments> instruments() {
        return Library.files().entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    private static RunResult run(String file) throws IOException {
        StudyDefinition study = StudyFiles.read(file);
        return TestCourse.run(study, new StudyRules(study));
    }

    private static List<String> red(RunResult result) {
        return result.participants().stream()
                .flatMap(one -> one.steps().stream()
                        .filter(step -> !step.passed())
                        .map(step -> one.oid() + " line " + step.line() + ": " + step.what() + " expected "
                                + step.expected() + ", was " + step.actual()))
                .toList();
    }
}
