package org.casebook.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.OdmSchema;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.Invalid;
import org.casebook.rendering.CanonicalFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of a form come in by a table; everything else stays as it was. */
class WordingTest {

    private static final NewVersion NEXT = new NewVersion("NEXT", "", Instant.EPOCH);

    private static StudyDefinition oswestry() {
        return Library.find("ODI").orElseThrow();
    }

    private static StudyDefinition worded(StudyDefinition study, String table) {
        return new DefinitionReader()
                .read(CanonicalFile.of(Wording.of(study, table.getBytes(StandardCharsets.UTF_8), NEXT)));
    }

    @Test
    void a_row_replaces_a_text_or_adds_a_language() throws Exception {
        StudyDefinition study = worded(oswestry(), """
                oid,part,language,text
                ODI1,question,en,"Licensed words, of section 1"
                ODI1,question,fr,Mots sous licence
                ODI1,help,fr,"0 = rien
                1 = peu"
                ODI,title,fr,Indice
                ODI,help,en,Read it aloud.
                SC_ODI,title,fr,Rubriques
                ODI2,question,en,
                """);
        assertThat(study.item("ODI", "ODI1").question().byLanguage())
                .containsEntry("en", "Licensed words, of section 1")
                .containsEntry("fr", "Mots sous licence")
                .containsEntry("de", "Abschnitt 1 (0 bis 5)");
        assertThat(study.item("ODI", "ODI1").help().byLanguage()).containsOnlyKeys("fr");
        assertThat(study.form("ODI").name().in("fr")).isEqualTo("Indice");
        assertThat(study.form("ODI").help().in("en")).isEqualTo("Read it aloud.");
        assertThat(study.form("ODI").sections().get(0).title().in("fr")).isEqualTo("Rubriques");
        assertThat(study.item("ODI", "ODI2").question())
                .as("a row without text changes nothing")
                .isEqualTo(oswestry().item("ODI", "ODI2").question());
        assertThat(study.languages()).contains("fr");
        assertThat(study.methods()).isEqualTo(oswestry().methods());
        assertThat(study.item("ODI", "ODI1").checks())
                .isEqualTo(oswestry().item("ODI", "ODI1").checks());
        assertThat(OdmSchema.errors(CanonicalFile.of(study))).isEmpty();
    }

    @Test
    void answers_and_ends_of_scales_have_words_too() {
        StudyDefinition ticks = worded(
                Library.find("RMDQ").orElseThrow(), "oid;part;language;text\nCL_RMDQ;answer:1;fr;oui, aujourd'hui\n");
        assertThat(ticks.codeLists().get("CL_RMDQ").items().get(0).decode().in("fr"))
                .isEqualTo("oui, aujourd'hui");
        StudyDefinition line = worded(
                Library.find("VAS").orElseThrow(),
                "\uFEFFoid,part,language,text\nVASPAIN,low,en,nothing\nVASPAIN,high,fr,insupportable\n");
        assertThat(line.item("VAS", "VASPAIN").scale().lowLabel().in("en")).isEqualTo("nothing");
        assertThat(line.item("VAS", "VASPAIN").scale().highLabel().in("fr")).isEqualTo("insupportable");
    }

    @Test
    void the_table_to_be_filled_is_read_back_as_the_same_words() throws IOException {
        StudyDefinition study = new DefinitionReader()
                .read(CanonicalFile.of(Adoption.of(
                        StudyFiles.read("cdash-starters.xml"),
                        List.of(new Wish("VAS", Map.of()), new Wish("RMDQ", Map.of())),
                        List.of("SE_VISIT"),
                        NEXT)));
        String english = new String(WordTable.of(study, "en"), StandardCharsets.UTF_8);
        assertThat(english)
                .startsWith("\uFEFFoid,part,language,text")
                .contains("RMDQ24,question,en,Statement 24")
                .contains("CL_RMDQ,answer:1,en,ticked")
                .contains("VASPAIN,high,en,worst pain imaginable")
                .contains("SC_RMDQ,title,en,Statements")
                .doesNotContain("SEX", "AETERM");
        assertThat(worded(study, english).forms()).isEqualTo(study.forms());
        assertThat(new String(WordTable.of(study, "fr"), StandardCharsets.UTF_8))
                .contains("RMDQ24,question,fr,\r\n");
        assertThat(new StudyRules(worded(study, english)).form("VAS")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ODI11,question,en,x        | Row 2: the study has no form, item or list ODI11
            ODI1,answer:1,en,x         | Row 2: ODI1 has no words at “answer:1”. It has: question, help
            ODI1,question,English,x    | Row 2: “English” is no language
            ODI1,question,en,          | No row of the table has a text
            """)
    void a_faulty_table_is_refused_whole(String row, String sentence) {
        assertThatThrownBy(() -> worded(oswestry(), "oid,part,language,text\n" + row + "\n"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void what_is_no_table_is_refused() {
        byte[] latin = "oid,part,language,text\nODI1,question,de,Rücken".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Wording.of(oswestry(), latin, NEXT)).hasMessageContaining("UTF-8");
        for (String table : List.of("", "hello", "oid,text\nODI1,x", "oid,part,language,text\n", "a,b\n\"")) {
            assertThatThrownBy(() -> worded(oswestry(), table))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("columns oid, part, language and text");
        }
        assertThatThrownBy(() -> Wording.of(oswestry(), new byte[2_000_001], NEXT))
                .hasMessageContaining("2 MB");
        assertThatThrownBy(() -> worded(oswestry(), "oid,part,language,text\nODI1,question,en,a\u0001b\n"))
                .hasMessageContaining("control characters");
        assertThatThrownBy(
                        () -> worded(oswestry(), "oid,part,language,text\nODI1,question,en,\"a\nODI2,question,en,b\n"))
                .hasMessageContaining("opened and not closed");
    }
}
