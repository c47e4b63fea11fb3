package org.casebook.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.casebook.kernel.Grant;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Language;
import org.casebook.kernel.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GrantPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "BMMSC,101,COORDINATOR",
        "BMMSC,101,INVESTIGATOR",
        "BMMSC,101,MONITOR",
        "BMMSC,,MONITOR",
        "BMMSC,,PHARMACIST",
        "BMMSC,,DATA_MANAGER",
        "BMMSC,,SPONSOR",
        "BMMSC,,INSPECTOR",
        ",,ADMINISTRATOR",
        ",,BUILDER"
    })
    void roleFitsItsPlace(String study, String site, Role role) {
        assertThatCode(() -> GrantPolicy.judge(new Grant(study, site, role))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "BMMSC,101,ADMINISTRATOR",
        "BMMSC,,BUILDER",
        ",,INVESTIGATOR",
        ",,INSPECTOR",
        "BMMSC,,COORDINATOR",
        "BMMSC,,INVESTIGATOR",
        "BMMSC,101,DATA_MANAGER",
        "BMMSC,101,SPONSOR"
    })
    void roleAtTheWrongPlaceIsRefused(String study, String site, Role role) {
        assertThatThrownBy(() -> GrantPolicy.judge(new Grant(study, site, role)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(role.key());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleIsNamedInTheReadersLanguage(Role role) {
        boolean ofStudy = role != Role.ADMINISTRATOR && role != Role.BUILDER;
        Grant wrong = new Grant(ofStudy ? null : "BMMSC", null, role);
        Invalid refused = catchThrowableOfType(Invalid.class, () -> GrantPolicy.judge(wrong));
        assertThat(refused).hasMessageStartingWith("The role " + role.key() + " belongs to ");
        assertThat(Language.GERMAN.saying(refused::sentence))
                .startsWith("Die Rolle ")
                .contains(" gehört zu")
                .doesNotContain(role.key());
    }

    @Test
    void placeCannotSmuggleAnotherPath() {
        assertThatThrownBy(() -> GrantPolicy.judge(new Grant("BMMSC/all/sponsor", "101", Role.MONITOR)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> GrantPolicy.judge(new Grant("BMMSC", "../all", Role.MONITOR)))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PHARMACIST,COORDINATOR,true",
        "MONITOR,PHARMACIST,true",
        "INVESTIGATOR,MONITOR,true",
        "DATA_MANAGER,COORDINATOR,true",
        "COORDINATOR,INVESTIGATOR,false",
        "MONITOR,DATA_MANAGER,false"
    })
    void dutiesThatOnePersonMustNotJoin(Role held, Role wanted, boolean refused) {
        List<Grant> others = List.of(new Grant("BMMSC", "101", held));
        Grant grant = new Grant("BMMSC", "102", wanted);
        if (refused) {
            assertThatThrownBy(() -> GrantPolicy.judgeBeside(grant, others)).isInstanceOf(Invalid.class);
        } else {
            assertThatCode(() -> GrantPolicy.judgeBeside(grant, others)).doesNotThrowAnyException();
        }
        assertThatCode(() -> GrantPolicy.judgeBeside(new Grant("OTHER", "102", wanted), others))
                .doesNotThrowAnyException();
    }
}
