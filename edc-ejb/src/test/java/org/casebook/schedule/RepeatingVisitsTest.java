package org.casebook.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Visits that take place more than once, on the schedule of one participant. */
class RepeatingVisitsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final LocalDate TODAY = DAY.plusDays(30);

    private PracticeVisits visits;

    @BeforeEach
    void begin() throws IOException {
        StudyDefinition study = StudyFiles.read("bmmsc-dmso.xml");
        visits = new PracticeVisits(study, null);
    }

    private void date(String event, LocalDate day) {
        visits.date(event, day, null, TODAY);
    }

    private List<String> unscheduled() {
        return visits.plan(TODAY).stream()
                .filter(visit -> visit.event().startsWith("SE_UNSCH"))
                .map(visit -> visit.event() + " " + visit.name() + " " + visit.date() + " " + visit.state())
                .toList();
    }

    @Test
    void each_has_its_place_and_date() {
        assertThat(unscheduled()).isEmpty();
        date("SE_UNSCH", DAY);
        date("SE_UNSCH~2", DAY.plusDays(2));
        date("SE_UNSCH~3", DAY.plusDays(1));
        assertThat(unscheduled())
                .containsExactly(
                        "SE_UNSCH Unscheduled visit 2026-03-02 DONE",
                        "SE_UNSCH~2 Unscheduled visit 2 2026-03-04 DONE",
                        "SE_UNSCH~3 Unscheduled visit 3 2026-03-03 DONE");
    }

    @Test
    void none_is_passed_over() {
        assertThatThrownBy(() -> date("SE_UNSCH~2", DAY)).isInstanceOf(NotFound.class);
        date("SE_UNSCH", DAY);
        assertThatThrownBy(() -> date("SE_UNSCH~3", DAY)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> date("SE_SCREEN~2", DAY))
                .as("it does not repeat")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void none_takes_the_place_of_another() {
        date("SE_UNSCH", DAY);
        date("SE_UNSCH~2", DAY.plusDays(1));
        assertThatThrownBy(() -> date("SE_UNSCH~2", DAY.plusDays(2)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Unscheduled visit 2")
                .hasMessageContaining("For one more visit");
        assertThat(visits.dateOf("SE_UNSCH~2")).contains(DAY.plusDays(1));
    }

    @Test
    void one_of_them_can_be_not_done() {
        date("SE_UNSCH", DAY);
        visits.notDone("SE_UNSCH~2", "did not come", TODAY);
        assertThatThrownBy(() -> visits.requireTakingPlace("101-001", "SE_UNSCH~2"))
                .isInstanceOf(VisitWasNotDone.class)
                .hasMessageContaining("Unscheduled visit 2");
        visits.requireTakingPlace("101-001", "SE_UNSCH");
    }
}
