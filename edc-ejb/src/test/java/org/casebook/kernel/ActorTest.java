package org.casebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActorTest {

    private static final Grant ENTERS = new Grant("BMMSC", "101", Role.COORDINATOR);

    private static Actor holding(Grant... grants) {
        return new Actor(
                "id", "name", "Name", "Site", "person", Arrays.stream(grants).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource(names = {"MONITOR", "DATA_MANAGER", "SPONSOR", "INSPECTOR", "PHARMACIST", "STATISTICIAN"})
    void a_role_that_oversees_or_sees_the_treatment_opens_nothing_beside_one_that_enters(Role joined) {
        assertThat(holding(ENTERS, new Grant("BMMSC", null, joined)).grants()).containsExactly(ENTERS);
    }

    @Test
    void a_pharmacist_who_is_anything_else_in_the_study_sees_no_treatment() {
        Grant sponsor = new Grant("BMMSC", null, Role.SPONSOR);
        Actor both = holding(sponsor, new Grant("BMMSC", null, Role.PHARMACIST));
        assertThat(both.grants()).containsExactly(sponsor);
        assertThat(both.may(Permission.VIEW_ALLOCATION, Scope.of("BMMSC"))).isFalse();
    }

    @Test
    void nobody_both_prepares_and_seals_allocation_lists() {
        Actor both = holding(new Grant("BMMSC", null, Role.PHARMACIST), new Grant("BMMSC", null, Role.STATISTICIAN));
        assertThat(both.grants()).isEmpty();
        assertThat(Arrays.stream(Role.values())
                        .filter(role -> Permission.PREPARE_ALLOCATION.heldBy(role)
                                && (Permission.SEAL_ALLOCATION.heldBy(role) || Permission.RANDOMIZE.heldBy(role))))
                .isEmpty();
    }

    @Test
    void roles_in_different_studies_do_not_touch_each_other() {
        Grant elsewhere = new Grant("OTHER", null, Role.PHARMACIST);
        assertThat(holding(ENTERS, elsewhere).grants()).isEqualTo(Set.of(ENTERS, elsewhere));
    }

    @Test
    void roles_that_go_together_stay() {
        Grant investigates = new Grant("BMMSC", "101", Role.INVESTIGATOR);
        assertThat(holding(ENTERS, investigates).grants()).isEqualTo(Set.of(ENTERS, investigates));
    }
}
