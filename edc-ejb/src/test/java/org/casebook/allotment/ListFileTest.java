package org.casebook.allotment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebook.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListFileTest {

    private static final ListShape SHAPE = new ListShape(
            Map.of("A", "ARM_A", "Grün", "ARM_B"),
            Set.of("101"),
            List.of(new ListShape.Column("DM/SEX", Set.of("SEX"), Set.of("m", "f"))));
    private static final String GOOD = "number,site,sex,arm\nR-1,101,m,A\nR-2,101,f,Grün\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16", "UTF-16BE", "UTF-16LE"})
    void charsets_with_and_without_a_byte_order_mark(String charset) {
        String marked = charset.startsWith("UTF-16") && charset.length() > 6 ? "\uFEFF" + GOOD : GOOD;
        assertThat(ListFile.read(marked.getBytes(Charset.forName(charset)), SHAPE)
                        .counts())
                .isEqualTo(Map.of("ARM_A", 1L, "ARM_B", 1L));
    }

    @Test
    void marks_separators_quotes_line_ends_and_blank_lines() {
        for (String text : List.of(
                "\uFEFF" + GOOD,
                GOOD.replace(',', ';'),
                GOOD.replace(',', '\t'),
                GOOD.replace("\n", "\r\n"),
                GOOD.replace("\n", "\r"),
                "\"number\",\"site\",\"sex\",\"arm\"\n\"R-1\",\"101\",\"m\",\"A\"\n\n\"R-2\",\"101\",\"f\",\"Grün\"",
                GOOD + "\n,,,\n")) {
            assertThat(read(text).slots()).as(text).hasSize(2).first().satisfies(slot -> {
                assertThat(slot.number()).isEqualTo("R-1");
                assertThat(slot.codes()).isEqualTo(Map.of("DM/SEX", "m"));
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "R-1,101,m,B # Row 2, column arm: “B” is no arm",
                "R-1,101,x,A # Row 2, column sex: “x” is no code of DM/SEX. Its codes are f, m.",
                "R-1,102,m,A # Row 2, column site: “102” is no site",
                "R-1,101,m,  # Row 2, column arm: The arm is missing.",
                "R-1,101,,A # Row 2, column sex: The code of DM/SEX is missing.",
                "R 1,101,m,A # Row 2, column number: A number is made of",
                "X-Grün,101,m,Grün # Row 2, column number"
            })
    void faults_name_row_and_column(String row, String fault) {
        assertThatThrownBy(() -> read("number,site,sex,arm\n" + row + "\n"))
                .isInstanceOf(ListFileIsFaulty.class)
                .hasMessageContaining(fault);
    }

    @Test
    void numbers_stand_once_and_do_not_tell_the_arm() {
        assertThatThrownBy(() -> read("number,site,sex,arm\nR-1,101,m,A\nR-1,101,m,A\n"))
                .hasMessageContaining("Row 3, column number: The number R-1 stands in row 2 already.");
        ListShape named = new ListShape(Map.of("DMSO", "ARM_B"), Set.of(), List.of());
        assertThatThrownBy(() -> ListFile.read("id,treatment\ndmso-01,DMSO\n".getBytes(StandardCharsets.UTF_8), named))
                .hasMessageContaining("tells the arm");
    }

    @Test
    void all_faults_are_told_and_nothing_is_taken() {
        assertThatThrownBy(() -> read("number,site,sex,arm\nR-1,9,x,Z\nR-2,101,m,A\nR-3,101,,Z\n"))
                .isInstanceOfSatisfying(
                        ListFileIsFaulty.class,
                        refused -> assertThat(refused.faults())
                                .extracting(ListFault::row)
                                .containsExactly(2L, 2L, 2L, 4L, 4L));
    }

    @Test
    void a_column_that_the_study_does_not_know_is_a_fault() {
        assertThatThrownBy(() -> read(GOOD.replace("number,", "number,age,").replace("R-1,", "R-1,7,")))
                .hasMessageContaining("column age: The study has no stratum of this name");
    }

    @Test
    void a_block_that_is_not_whole_is_a_fault() {
        ListShape shape = new ListShape(Map.of("A", "A", "B", "B"), Set.of(), List.of());
        String text = "block.id,block.size,treatment\n1,2,A\n1,2,B\n2,4,A\n2,4,B\n";
        assertThatThrownBy(() -> ListFile.read(text.getBytes(StandardCharsets.UTF_8), shape))
                .hasMessageContaining("Row 4, column block.size: The block 2 has 2 rows and not 4.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \n", "number,site,sex,arm\n", "number,site,sex,arm\n\"R-1,101", "a\0b,c\n1,2\n", "x\n"})
    void what_is_no_list_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ListFileIsFaulty.class);
    }

    private static ListFile read(String text) {
        return ListFile.read(text.getBytes(StandardCharsets.UTF_8), SHAPE);
    }

    @Test
    void faults_are_told_in_the_readers_language() {
        String faulty = "number,site,sex,arm\nR-1,101,x,A\nR-1,102,m,B\n";
        Language.GERMAN.speak(() -> assertThatThrownBy(() -> read(faulty))
                .isInstanceOfSatisfying(
                        ListFileIsFaulty.class,
                        refusal -> assertThat(refusal.sentence())
                                .startsWith(
                                        "Die Liste wurde ganz abgelehnt, mit 4 Fehlern. Zeile 2, Spalte sex: „x“ ist kein Code")
                                .contains(
                                        "Zeile 3, Spalte site: „102“ ist kein Zentrum",
                                        "Nummer R-1 steht schon in Zeile 2")));
    }
}
