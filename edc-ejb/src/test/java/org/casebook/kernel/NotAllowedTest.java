package org.casebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotAllowedTest {

    @ParameterizedTest
    @EnumSource(Permission.class)
    void each_permission_has_its_words_in_both_languages(Permission permission) {
        NotAllowed refused = new NotAllowed(permission, null);
        String words = permission.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        assertThat(refused)
                .hasMessage("Your roles do not include “" + words + "”. Ask an administrator if you need it.");
        assertThat(Language.GERMAN.saying(refused::sentence))
                .startsWith("Ihre Rollen umfassen „")
                .doesNotContain("„" + words + "“");
    }

    @Test
    void the_place_is_named_where_there_is_one() {
        NotAllowed refused = new NotAllowed(Permission.ENTER_DATA, Scope.of("BMMSC", "101"));
        assertThat(refused)
                .hasMessage(
                        "Your roles do not include “enter data” for BMMSC/101. Ask an administrator if you need it.");
        assertThat(Language.GERMAN.saying(refused::sentence))
                .isEqualTo("Ihre Rollen umfassen „Daten eingeben“ für BMMSC/101 nicht. Wenden Sie sich an die"
                        + " Administration, wenn Sie es brauchen.");
    }
}
