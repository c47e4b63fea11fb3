package org.casebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.casebook.kernel.StudyKey.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyKeyTest {

    @ParameterizedTest
    @CsvSource({
        "BMMSC,PRODUCTION,BMMSC,",
        "BMMSC~test,TEST,BMMSC,",
        "BMMSC~training-2,TRAINING,BMMSC,2",
        "ST.D:1-x~test-uat,TEST,ST.D:1-x,uat",
    })
    void a_key_is_read_as_it_is_written(String key, Kind kind, String oid, String copy) {
        assertThat(StudyKey.parse(key)).isEqualTo(new StudyKey(oid, kind, copy)).hasToString(key);
        assertThat(StudyKey.made(oid, kind, copy)).hasToString(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BMMSC~",
                "BMMSC~TEST",
                "BMMSC~production",
                "BMMSC~test-",
                "BMMSC~test/1",
                "~test",
                "BMMSC~testing"
            })
    void what_is_no_copy_has_the_few_rights_of_production(String key) {
        assertThat(StudyKey.parse(key).isProduction()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BM MSC", "BM/MSC", "BMMSC~test", "BMMSC~", "", "Ü"})
    void an_oid_that_would_mean_another_place_makes_no_study(String oid) {
        assertThatThrownBy(() -> StudyKey.made(oid, Kind.PRODUCTION, null)).isInstanceOf(Invalid.class);
    }

    @Test
    void copies_have_names_and_production_has_none() {
        assertThatThrownBy(() -> StudyKey.made("BMMSC", Kind.PRODUCTION, "2")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> StudyKey.made("BMMSC", Kind.TEST, "a b")).isInstanceOf(Invalid.class);
        assertThat(StudyKey.made("BMMSC", Kind.TEST, " ")).hasToString("BMMSC~test");
        assertThatThrownBy(() -> Kind.of("demo")).isInstanceOf(Invalid.class).hasMessageContaining("training");
    }

    @Test
    void what_makes_no_study_is_told_in_the_readers_language() {
        Invalid refused = catchThrowableOfType(Invalid.class, () -> StudyKey.made("BM MSC", Kind.TEST, null));
        assertThat(refused)
                .hasMessage("“BM MSC” cannot be the OID of a study: it stands in addresses and names of groups. Use"
                        + " letters, digits and . _ : - alone, at most 100.");
        assertThat(Language.GERMAN.saying(refused::sentence))
                .startsWith("„BM MSC“ kann nicht die OID einer Studie sein:");
    }

    @Test
    void nothing_of_a_copy_comes_into_production() {
        StudyKey production = StudyKey.parse("BMMSC");
        assertThat(production.takesDataOf("BMMSC")).isTrue();
        assertThat(production.takesDataOf("BMMSC~test")).isFalse();
        assertThat(production.takesDataOf("BMMSC~training-2")).isFalse();
        assertThat(production.takesDataOf("OTHER")).isFalse();
        StudyKey training = StudyKey.parse("BMMSC~training");
        assertThat(training.takesDataOf("BMMSC")).isTrue();
        assertThat(training.takesDataOf("BMMSC~test")).isTrue();
        assertThat(training.takesDataOf("BMMSC~training")).isTrue();
        assertThat(training.takesDataOf("OTHER")).isFalse();
    }

    @Test
    void a_builder_is_everybody_in_a_copy_and_nobody_more_in_production() {
        Actor builder = new Actor("b", "b", "B", "", "person", Set.of(new Grant(null, null, Role.BUILDER)));
        Scope copy = Scope.of("BMMSC~test", "001");
        Scope production = Scope.of("BMMSC", "001");
        for (Permission permission : Permission.values()) {
            assertThat(builder.may(permission, copy))
                    .as(permission + " in the copy")
                    .isEqualTo(permission.isOfStudies());
            assertThat(builder.may(permission, production))
                    .as(permission + " in production")
                    .isEqualTo(permission.heldBy(Role.BUILDER));
        }
        assertThat(builder.mayAnywhere(Permission.MANAGE_ACCOUNTS)).isFalse();
    }

    @Test
    void a_grant_holds_in_the_study_it_names_and_not_in_its_copies() {
        Actor coordinator = new Actor("c", "c", "C", "", "person", Set.of(new Grant("BMMSC", "101", Role.COORDINATOR)));
        assertThat(coordinator.may(Permission.ENTER_DATA, Scope.of("BMMSC", "101")))
                .isTrue();
        assertThat(coordinator.may(Permission.ENTER_DATA, Scope.of("BMMSC~test", "101")))
                .isFalse();
        Grant inTraining =
                Grant.parse("/studies/BMMSC~training/101/coordinator").orElseThrow();
        assertThat(inTraining.reaches(Scope.of("BMMSC~training", "101"))).isTrue();
        assertThat(inTraining.reaches(Scope.of("BMMSC", "101"))).isFalse();
    }

    @Test
    void what_exports_use_is_no_oid_of_a_study() {
        assertThatThrownBy(() -> StudyKey.made("CASEBOOK.X", Kind.PRODUCTION, null))
                .hasMessageContaining("kept for exports");
        assertThat(StudyKey.made("CASEBOOK", Kind.PRODUCTION, null)).hasToString("CASEBOOK");
    }
}
