package org.casebook.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.casebook.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusDoesNotAllowTest {

    @Test
    void it_is_logged_in_english_and_said_in_the_readers_language() {
        StatusDoesNotAllow refused =
                new StatusDoesNotAllow("101-001", SubjectStatus.LOST, SubjectStatus.TREATMENT_STOPPED);
        assertThat(refused)
                .hasMessage("Participant 101-001 is lost to follow-up and cannot become treatment stopped from there."
                        + " Look at the participant's page for what is possible now.");
        assertThat(Language.GERMAN.saying(refused::sentence))
                .isEqualTo("Teilnehmer 101-001 hat den Stand „Nicht mehr erreichbar“, von dem kein Weg zu „Behandlung"
                        + " beendet“ führt. Sehen Sie auf der Seite des Teilnehmers nach, was jetzt möglich ist.");
    }

    @ParameterizedTest
    @EnumSource(SubjectStatus.class)
    void each_status_has_its_words_in_both_languages(SubjectStatus status) {
        String english = status.words().in(Language.ENGLISH);
        assertThat(english).isEqualTo(english.toLowerCase(Locale.ROOT)).isNotBlank();
        assertThat(status.words().in(Language.GERMAN)).isNotBlank().isNotEqualTo(english);
    }
}
