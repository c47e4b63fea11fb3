package org.casebook.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttendanceTest {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    private final Attendance attendance = new Attendance();

    @Test
    void two_people_at_one_form_learn_of_each_other_and_nobody_elsewhere_does() {
        stay(7, "w1", "ines", 0);
        stay(7, "w2", "karl", 1);
        stay(8, "w3", "otto", 1);
        assertThat(attendance.others("7", "w1", "ines", at(1)))
                .containsExactly(new Present("Name of karl", false, at(1)));
        assertThat(attendance.others("7", "w2", "karl", at(1)))
                .containsExactly(new Present("Name of ines", false, at(0)));
        assertThat(attendance.others("8", "w3", "otto", at(1))).isEmpty();
    }

    @Test
    void whoever_is_silent_or_leaves_has_gone() {
        stay(7, "w1", "ines", 0);
        stay(7, "w2", "karl", 0);
        stay(7, "w2", "karl", 15);
        assertThat(attendance.others("7", "w2", "karl", at(20))).hasSize(1);
        assertThat(attendance.others("7", "w2", "karl", at(21))).isEmpty();
        assertThat(attendance.others("7", "w1", "ines", at(21)))
                .as("since she came")
                .containsExactly(new Present("Name of karl", false, at(0)));
        attendance.leave("7", "w2", "karl");
        assertThat(attendance.others("7", "w1", "ines", at(21))).isEmpty();
    }

    @Test
    void another_window_of_the_same_person_is_told_as_his_own_and_nobody_closes_it_for_him() {
        stay(7, "w1", "ines", 0);
        stay(7, "w2", "ines", 1);
        stay(7, "w3", "ines", 2);
        assertThat(attendance.others("7", "w1", "ines", at(2)))
                .containsExactly(new Present("Name of ines", true, at(1)));
        attendance.leave("7", "w2", "karl");
        assertThat(attendance.others("7", "w1", "ines", at(2))).hasSize(1);
    }

    @Test
    void memory_is_bounded() {
        for (int window = 0; window < 1000; window++) {
            stay(7, "w" + window, "person-" + window, 0);
        }
        assertThat(attendance.others("7", "none", "none", at(0))).hasSize(Attendance.MOST_WINDOWS);
        stay(8, "w", "ines", 0);
        stay(9, "w", "ines", 30);
        attendance.sweep(at(30));
        assertThat(attendance.size()).isEqualTo(1);
    }

    private void stay(long form, String window, String person, int second) {
        attendance.stay(String.valueOf(form), window, person, "Name of " + person, at(second));
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
