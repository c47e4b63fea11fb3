package org.casebook.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.casebook.site.VersionPlan.Step;
import org.junit.jupiter.api.Test;

class VersionPlanTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @Test
    void nothing_is_in_force_before_the_first_decision() {
        assertThat(VersionPlan.NONE.on(MARCH)).isEmpty();
        VersionPlan plan = VersionPlan.NONE.then(new Step(1, MARCH));
        assertThat(plan.on(MARCH.minusDays(1))).isEmpty();
        assertThat(version(plan, MARCH)).contains(1L);
    }

    @Test
    void a_version_is_in_force_from_its_date_until_the_next_one() {
        VersionPlan plan = VersionPlan.NONE.then(new Step(1, MARCH)).then(new Step(2, MAY));
        assertThat(version(plan, MAY.minusDays(1))).contains(1L);
        assertThat(version(plan, MAY)).contains(2L);
        assertThat(version(plan, JULY)).contains(2L);
        assertThat(plan.after(MARCH)).containsExactly(new Step(2, MAY));
        assertThat(plan.until(JULY)).containsExactly(new Step(2, MAY), new Step(1, MARCH));
    }

    @Test
    void a_later_decision_replaces_what_was_planned_for_its_date_and_after() {
        VersionPlan plan = VersionPlan.NONE
                .then(new Step(1, MARCH))
                .then(new Step(2, JULY))
                .then(new Step(3, MAY));
        assertThat(version(plan, JULY)).contains(3L);
        assertThat(version(plan, MARCH)).contains(1L);
        VersionPlan same = plan.then(new Step(4, MAY));
        assertThat(same.steps()).containsExactly(new Step(1, MARCH), new Step(4, MAY));
    }

    @Test
    void what_was_in_force_before_a_decision_stays_as_it_was() {
        VersionPlan before = VersionPlan.NONE.then(new Step(1, MARCH)).then(new Step(2, MAY));
        VersionPlan after = before.then(new Step(3, JULY));
        for (LocalDate day = MARCH; day.isBefore(JULY); day = day.plusDays(1)) {
            assertThat(after.on(day)).isEqualTo(before.on(day));
        }
    }

    private static Optional<Long> version(VersionPlan plan, LocalDate date) {
        return plan.on(date).map(Step::versionId);
    }
}
