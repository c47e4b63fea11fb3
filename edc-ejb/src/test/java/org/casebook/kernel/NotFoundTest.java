package org.casebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotFoundTest {

    private static String german(String what, Scope scope) {
        return Language.GERMAN.saying(() -> new NotFound(what, "X", scope).sentence());
    }

    @Test
    void it_is_logged_in_english_and_said_in_the_readers_language() {
        NotFound item = new NotFound("item of form VS", "X", null);
        assertThat(item)
                .hasMessage("There is no item of form VS “X”. Check the address, or the study and site chosen above.");
        assertThat(german("item of form VS", null))
                .isEqualTo("Nicht gefunden: Angabe des Formulars VS „X“. Prüfen Sie die Adresse, oder die oben gewählte"
                        + " Studie und das Zentrum.");
        assertThat(german("study version", Scope.of("S", "101")))
                .startsWith("Nicht gefunden: Fassung der Studie „X“ in S/101.");
        assertThat(german("thing of nobody", null)).startsWith("Nicht gefunden: thing of nobody „X“");
    }
}
