package org.casebook.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.StudyRules;
import org.junit.jupiter.api.Test;

/** The test participants of the studies that ship are green. */
class ShippedStudiesTest {

    @Test
    void the_trial_does_what_its_test_participants_expect() throws IOException {
        StudyDefinition study = StudyFiles.read("bmmsc-dmso.xml");
        RunResult result = TestCourse.run(study, new StudyRules(study));
        List<String> red = result.participants().stream()
                .flatMap(one -> one.steps().stream()
                        .filter(step -> !step.passed())
                        .map(step -> one.oid() + " line " + step.line() + ": " + step.what() + " expected "
                                + step.expected() + ", was " + step.actual()))
                .toList();
        assertThat(red).isEmpty();
        assertThat(result.participants()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(result.steps()).isGreaterThan(200);
        assertThat(result.participants())
                .allSatisfy(one -> assertThat(one.steps())
                        .hasSizeGreaterThan(20)
                        .allSatisfy(step -> assertThat(step.line()).isPositive()));
    }
}
