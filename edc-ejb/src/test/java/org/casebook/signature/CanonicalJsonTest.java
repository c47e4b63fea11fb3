package org.casebook.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    /** RFC 8785 3.2.3, the example of sorting. */
    @Test
    void keys_are_sorted_by_utf16_code_units() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("\u20ac", "Euro Sign");
        content.put("\r", "Carriage Return");
        content.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        content.put("1", "One");
        content.put("\ud83d\ude00", "Emoji: Grinning Face");
        content.put("\u0080", "Control");
        content.put("\u00f6", "Latin Small Letter O With Diaeresis");
        assertThat(CanonicalJson.write(content))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** RFC 8785 3.2.2, the string and the literals of the sample. */
    @Test
    void texts_have_the_shortest_escapes() {
        Map<String, Object> content =
                Map.of("string", "\u20ac$\u000f\nA'B\"\\\\\"/", "literals", Arrays.asList(null, true, false));
        assertThat(CanonicalJson.write(content))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void whole_numbers_are_written_as_they_are_and_inexact_ones_refused() {
        assertThat(CanonicalJson.write(List.of(0, -7, 9007199254740991L))).isEqualTo("[0,-7,9007199254740991]");
        assertThatThrownBy(() -> CanonicalJson.write(9007199254740992L)).hasMessageContaining("not exact");
        assertThatThrownBy(() -> CanonicalJson.write(1.5)).hasMessageContaining("java.lang.Double");
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        assertThatThrownBy(() -> CanonicalJson.write("a\ud83d")).hasMessageContaining("index 1");
        assertThatThrownBy(() -> CanonicalJson.write("\ude00")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Computed with sha256sum over the bytes of {"a":"ö","b":1}. */
    @Test
    void the_hash_is_over_utf8() {
        assertThat(CanonicalJson.sha256(Map.of("b", 1, "a", "ö")))
                .isEqualTo("cd13bdb8216a1f04307e12f9a3cfd071fb528db8ef7aa6bee016bd91717acf82");
    }
}
