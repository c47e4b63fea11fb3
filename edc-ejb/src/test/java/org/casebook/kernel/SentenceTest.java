package org.casebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A refusal is told in the reader's language, and logged in English whoever reads it. */
class SentenceTest {

    @Test
    void a_refusal_speaks_to_its_reader_and_is_logged_in_english() {
        Language.GERMAN.speak(() -> {
            Invalid refused = catchThrowableOfType(Invalid.class, () -> PartialDate.parse("gestern"));
            assertThat(refused.sentence()).startsWith("„gestern“ ist kein Datum.");
            assertThat(refused).hasMessageStartingWith("“gestern” is not a date.");
        });
    }

    @Test
    void days_within_a_sentence_have_their_month_in_the_same_language() {
        Ambiguous refused = catchThrowableOfType(Ambiguous.class, () -> PartialDate.parse("03/04/2024"));
        assertThat(refused.sentence()).contains("3 April 2024 or 4 March 2024");
        Language.GERMAN.speak(() -> assertThat(refused.sentence()).contains("3. April 2024 oder 4. März 2024"));
    }

    @Test
    void a_part_that_each_language_words_in_its_own_way_is_asked_for_in_each() {
        Sentence sentence = Sentence.of(
                "kernel", "noDate", Sentence.spoken(() -> Language.ofReader().ownName()));
        assertThat(sentence.in(Language.ENGLISH)).startsWith("“English” is not a date.");
        assertThat(sentence.in(Language.GERMAN)).startsWith("„Deutsch“ ist kein Datum.");
    }

    @Test
    void what_somebody_typed_stands_in_a_sentence_as_it_is() {
        Sentence sentence = Sentence.of("kernel", "noDate", "{0} '{1}' %s #{x}");
        assertThat(sentence.in(Language.ENGLISH)).startsWith("“{0} '{1}' %s #{x}” is not a date.");
        assertThat(sentence.in(Language.GERMAN)).startsWith("„{0} '{1}' %s #{x}“ ist kein Datum.");
        assertThat(Sentence.of("kernel", "twoDates", "x", LocalDate.of(2024, 3, 5), LocalDate.of(2024, 5, 3), "y")
                        .in(Language.GERMAN))
                .contains("5. März 2024");
    }
}
