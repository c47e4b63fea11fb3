package org.casebook.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.odm.OdmPart;
import org.casebook.study.VersionDifference.Change;
import org.casebook.study.VersionDifference.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What differs between two versions: nothing is missed, nothing is told that is the same, and each is told in words. */
class ComparisonTest {

    private static final String FILE = "bmmsc-dmso.xml";

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(StudyFiles.root().resolve("config/studies"))) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_version_does_not_differ_from_itself(Path file) throws IOException {
        StudyDefinition study = new DefinitionReader().read(Files.readAllBytes(file));
        assertThat(Comparison.between(study, study).changes()).isEmpty();
    }

    /** Complete by construction: each attribute and each text of a whole study is changed once, each element left out once. */
    @Test
    void no_change_of_any_attribute_text_or_element_is_missed() throws IOException {
        OdmPart study = StudyFiles.read(FILE).source().child("Study");
        List<String> missed = new ArrayList<>();
        int[] tried = {0};
        everyChange(study, changed -> {
            tried[0]++;
            List<Change> told = Comparison.changes(study, changed);
            if (told.size() != 1) {
                missed.add(told.size() + " changes told for one: " + told);
            }
        });
        assertThat(missed).as("of " + tried[0]).isEmpty();
        assertThat(tried[0]).isGreaterThan(4000);
    }

    @Test
    void two_versions_differ_in_what_they_plan_and_not_in_being_two() throws IOException {
        String text = StudyFiles.text(FILE);
        String next = text.replace("OID=\"BMMSC.1\" Name=\"Version 1", "OID=\"BMMSC.2\" Name=\"Version 2");
        VersionDifference difference = Comparison.between(read(text), read(next));
        assertThat(difference.before()).isEqualTo("BMMSC.1");
        assertThat(difference.after()).isEqualTo("BMMSC.2");
        assertThat(difference.changes()).singleElement().satisfies(change -> {
            assertThat(change.area()).isEqualTo("Study");
            assertThat(change.part()).isEqualTo("Name");
        });
    }

    @Test
    void old_and_new_value_stand_beside_a_path_in_words() throws IOException {
        List<Change> changes = between(
                ">Sex<",
                ">Sex at birth<",
                "Name=\"WEIGHT\" DataType=\"decimal\"",
                "Name=\"WEIGHT\" DataType=\"decimal\" Length=\"5\"");
        assertThat(changes).anySatisfy(change -> {
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.place()).startsWith("Item SEX");
            assertThat(change.part()).isEqualTo("Question, en");
            assertThat(change.before()).isEqualTo("Sex");
            assertThat(change.after()).isEqualTo("Sex at birth");
        });
    }

    @Test
    void what_is_added_or_removed_is_told_once_with_all_it_says() throws IOException {
        String text = StudyFiles.text(FILE);
        int at = text.indexOf("<CodeListItem ");
        int end = text.indexOf("</CodeListItem>", at) + "</CodeListItem>".length();
        String without = text.substring(0, at) + text.substring(end);
        StudyDefinition more = read(text);
        StudyDefinition less = read(without);
        assertThat(Comparison.between(more, less).changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.REMOVED);
            assertThat(change.area()).isEqualTo("Code list");
            assertThat(change.path()).hasSize(2);
            assertThat(change.before()).contains("Decode (");
            assertThat(change.after()).isNull();
        });
        assertThat(Comparison.between(less, more).changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.ADDED);
            assertThat(change.before()).isNull();
        });
    }

    @Test
    void another_order_is_one_change_and_an_insertion_none_but_itself() throws IOException {
        String text = StudyFiles.text(FILE);
        String moved = text.replace("ItemOID=\"AETERM\" OrderNumber=\"1\"", "ItemOID=\"AETERM\" OrderNumber=\"99\"");
        assertThat(moved).isNotEqualTo(text);
        assertThat(Comparison.between(read(text), read(moved)).changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.part()).isEqualTo("Order");
                    assertThat(change.place()).startsWith("Form AE");
                    assertThat(change.before()).startsWith("AETERM, ");
                    assertThat(change.after()).endsWith(", AETERM");
                });
    }

    private static List<Change> between(String... pairs) throws IOException {
        String text = StudyFiles.text(FILE);
        String changed = text;
        for (int i = 0; i < pairs.length; i += 2) {
            changed = changed.replace(pairs[i], pairs[i + 1]);
        }
        assertThat(changed).isNotEqualTo(text);
        return Comparison.between(read(text), read(changed)).changes();
    }

    private static StudyDefinition read(String text) {
        return new DefinitionReader().read(text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Taker {
        void take(OdmPart changed);
    }

    private static void everyChange(OdmPart element, Taker taker) {
        element.attributes().forEach((name, value) -> {
            boolean names = name.equals("OID") || name.equals("OrderNumber") || name.endsWith("OID") || isKey(name);
            if (!names) {
                TreeMap<String, String> other = new TreeMap<>(element.attributes());
                other.put(name, value + "x");
                taker.take(new OdmPart(element.name(), other, element.children(), element.text()));
                other.remove(name);
                taker.take(new OdmPart(element.name(), other, element.children(), element.text()));
            }
        });
        taker.take(new OdmPart(element.name(), element.attributes(), element.children(), element.text() + "x"));
        for (int i = 0; i < element.children().size(); i++) {
            int place = i;
            List<OdmPart> fewer = new ArrayList<>(element.children());
            fewer.remove(place);
            taker.take(new OdmPart(element.name(), element.attributes(), fewer, element.text()));
            everyChange(element.children().get(i), changed -> {
                List<OdmPart> others = new ArrayList<>(element.children());
                others.set(place, changed);
                taker.take(new OdmPart(element.name(), element.attributes(), others, element.text()));
            });
        }
    }

    /** A change of these is another element: one goes, one comes. */
    private static boolean isKey(String name) {
        return List.of("CodedValue", "xml:lang", "Context", "Name").contains(name);
    }
}
