package org.casebook.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.capture.FormState;
import org.casebook.capture.FormState.State;
import org.casebook.capture.ItemState;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyFiles;
import org.junit.jupiter.api.Test;

/** What tells a person: the same text for the same person, none while something is missing. */
class PersonTraitsTest {
    private final PersonTraits traits;

    PersonTraitsTest() throws IOException {
        traits = new PersonTraits(StudyFiles.read("bmmsc-dmso.xml"));
    }

    @Test
    void the_same_answers_make_the_same_text_and_other_ones_another() {
        String one = traits.of(List.of(form(State.STARTED, "1970-05-01", "M"))).orElseThrow();
        assertThat(traits.of(List.of(form(State.COMPLETE, "1970-05-01", "M")))).contains(one);
        assertThat(traits.of(List.of(form(State.STARTED, "1970-05-02", "M"))))
                .isPresent()
                .isNotEqualTo(java.util.Optional.of(one));
        assertThat(traits.of(List.of(form(State.STARTED, "1970-05-01", "F"))))
                .isPresent()
                .isNotEqualTo(java.util.Optional.of(one));
    }

    @Test
    void there_is_none_while_an_answer_is_missing_or_the_form_is_void() {
        assertThat(traits.of(List.of())).isEmpty();
        assertThat(traits.of(List.of(form(State.STARTED, "1970-05-01", null)))).isEmpty();
        assertThat(traits.of(List.of(form(State.STARTED, null, "M")))).isEmpty();
        assertThat(traits.of(List.of(form(State.VOID, "1970-05-01", "M")))).isEmpty();
        assertThat(traits.of(List.of(form(State.VOID, "1970-05-01", "M"), form(State.STARTED, "1970-05-01", "M"))))
                .isPresent();
    }

    @Test
    void initials_count_by_their_letters_however_they_were_typed() throws IOException {
        PersonTraits named = new PersonTraits(new DefinitionReader()
                .read((StudyFiles.text("bmmsc-dmso.xml")
                                .replace(
                                        "<ItemRef ItemOID=\"SEX\" OrderNumber=\"2\"",
                                        "<ItemRef ItemOID=\"INIT\" OrderNumber=\"9\" Mandatory=\"No\" cb:Role=\"Identifier\"/>"
                                                + "<ItemRef ItemOID=\"SEX\" OrderNumber=\"2\"")
                                .replaceFirst(
                                        "<ItemDef OID=\"SEX\"",
                                        "<ItemDef OID=\"INIT\" Name=\"INIT\" DataType=\"text\"><Question><TranslatedText xml:lang=\"en\""
                                                + " Type=\"text/plain\">Initials</TranslatedText></Question></ItemDef><ItemDef OID=\"SEX\""))
                        .getBytes(StandardCharsets.UTF_8)));
        String one = named.of(List.of(form(State.STARTED, "1970-05-01", "M", "Å. b-c")))
                .orElseThrow();
        assertThat(named.of(List.of(form(State.STARTED, "1970-05-01", "M", "ABC"))))
                .contains(one);
        assertThat(named.of(List.of(form(State.STARTED, "1970-05-01", "M", "ABD"))))
                .isPresent()
                .isNotEqualTo(java.util.Optional.of(one));
        assertThat(named.of(List.of(form(State.STARTED, "1970-05-01", "M")))).isEmpty();
    }

    private static FormState form(State state, String born, String sex, String... initials) {
        Map<String, ItemState> items = new LinkedHashMap<>();
        put(items, "BRTHDAT", born);
        put(items, "SEX", sex);
        put(items, "INIT", initials.length == 0 ? null : initials[0]);
        Instant at = Instant.parse("2026-01-01T10:00:00Z");
        return new FormState(1, "BMMSC", "101", "101-001", "SE_SCREEN", "DM", null, 1, state, false, 1, at, at, items);
    }

    private static void put(Map<String, ItemState> items, String item, String value) {
        if (value != null) {
            items.put(item, new ItemState(value, value, null, null, true, 1, List.of(), false));
        }
    }
}
