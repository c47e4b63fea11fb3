package org.casebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final Sentence MISSING = Sentence.of("kernel", "noMeaning");

    private record Inner(String text, Integer number) {}

    private record Outer(List<Inner> all) {}

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\u00A0", "\u200B\u200B", "\u2003", "...", "-"})
    void what_says_nothing_is_no_reason(String said) {
        assertThat(Words.find(said)).isEmpty();
        assertThatThrownBy(() -> Words.needed(said, MISSING))
                .isInstanceOf(Invalid.class)
                .hasMessage(MISSING.in(Language.ENGLISH));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \t\n", "\u00A0", "\u200B\u2060\uFEFF", "\u2003"})
    void what_nobody_sees_shows_nothing(String text) {
        assertThat(Words.showsNothing(text)).isTrue();
        assertThat(Words.showsNothing(text + "-")).isFalse();
    }

    @Test
    void words_are_kept_as_said_without_the_space_around_them() {
        assertThat(Words.needed(" Schreibfehler – 7 statt 1 ", MISSING)).isEqualTo("Schreibfehler – 7 statt 1");
    }

    @Test
    void more_than_fits_is_refused_with_both_numbers() {
        assertThatThrownBy(() -> Words.find("x".repeat(Words.MOST + 1)))
                .hasMessageContaining("2001")
                .hasMessageContaining("2000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0001", "\uD800", "\uFFFE"})
    void what_cannot_be_stored_is_refused_however_deep(String odd) {
        Outer deep = new Outer(Arrays.asList(null, new Inner("fine", 1), new Inner(odd, null)));
        assertThatThrownBy(() -> Words.requireStorable(Arrays.asList(7L, null, deep)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Type it again");
    }

    @Test
    void lines_tabs_and_every_script_can_be_stored() {
        Words.requireStorable(new Outer(List.of(new Inner("Zeile 1\n\tZeile 2 – 痛み 😀", 1))));
    }
}
