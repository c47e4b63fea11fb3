package org.casebook.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casebook.kernel.Language;
import org.junit.jupiter.api.Test;

class NotReadyToRandomizeTest {

    private static List<Waiting> waiting() {
        return List.of(
                new Waiting(Waiting.Kind.STATUS, ReadinessPolicy.said("locked")),
                new Waiting(Waiting.Kind.CONSENT, ReadinessPolicy.said("consent")));
    }

    @Test
    void it_is_logged_in_english_and_said_in_the_readers_language() {
        Language.GERMAN.speak(() -> {
            NotReadyToRandomize refused = new NotReadyToRandomize("101-001", NotReadyToRandomizeTest::waiting);
            assertThat(refused)
                    .hasMessage(
                            "Participant 101-001 cannot be randomised yet. The participant is locked. A data manager"
                                    + " can unlock it. The date of informed consent is missing. Enter it on the consent form.");
            assertThat(refused.sentence())
                    .isEqualTo("Teilnehmer 101-001 kann noch nicht randomisiert werden. Die teilnehmende Person ist"
                            + " gesperrt. Das Datenmanagement kann sie entsperren. Das Datum der Einwilligung fehlt."
                            + " Tragen Sie es im Einwilligungsformular ein.");
        });
    }
}
