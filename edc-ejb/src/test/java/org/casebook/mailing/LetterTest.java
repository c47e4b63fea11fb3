package org.casebook.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A letter goes until the mail server takes it, and at most once more where nobody noted the answer. */
class LetterTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private final Letter letter = new Letter("S", "about", "a@b.example", new Letter.Text("subject", "body"), NOW);

    @Test
    void without_an_answer_it_is_handed_over_twice_and_never_a_third_time() {
        assertThat(letter.claim()).isTrue();
        // the application died
        assertThat(letter.claim()).isTrue();
        // and again
        assertThat(letter.claim()).isFalse();
    }

    @Test
    void a_mail_server_that_says_no_is_asked_again_without_end() {
        for (int one = 0; one < 20; one++) {
            assertThat(letter.claim()).isTrue();
            letter.failed("421 too busy", NOW);
        }
        assertThat(letter.sent()).isFalse();
    }

    @Test
    void what_was_taken_is_never_handed_over_again() {
        assertThat(letter.claim()).isTrue();
        letter.delivered(NOW);
        assertThat(letter.sent()).isTrue();
        assertThat(letter.claim()).isFalse();
    }
}
