package org.casebook.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each file of words has its German one: the same keys, the same places for values, and nothing left in English. */
class GermanWordsTest {

    private static final List<Path> FOLDERS =
            List.of(Path.of("src/main/resources"), Path.of("../edc-ejb/src/main/resources"));
    private static final Pattern PLACE = Pattern.compile("\\{\\d(,[a-z]+)?");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

    /** A single apostrophe makes MessageFormat take what follows as it stands. */
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    /** Words that are the same in both languages. */
    private static final Set<String> SAME = Set.of(
            "Casebook",
            "Monitor",
            "Sponsor",
            "Person",
            "Name",
            "Version",
            "SHA-256",
            "Element",
            "OID",
            "Text",
            "Plan",
            "Filter",
            "{0} KB",
            "HH MM",
            "{0}, {1} (UTC{2})",
            "Definition");

    @TestFactory
    Stream<DynamicTest> every_file_is_there_in_german() throws IOException {
        List<Path> english = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".properties"))
                        .filter(file -> !file.toString().contains("META-INF"))
                        .filter(file -> !file.toString().endsWith("_de.properties"))
                        .forEach(english::add);
            }
        }
        assertThat(english).hasSizeGreaterThan(20);
        return english.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }

    private static void compare(Path file) throws IOException {
        Properties english = read(file);
        Properties german =
                read(file.resolveSibling(file.getFileName().toString().replace(".properties", "_de.properties")));
        assertThat(german.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        Set<String> wrong = new TreeSet<>();
        for (String key : english.stringPropertyNames()) {
            String from = english.getProperty(key);
            String to = german.getProperty(key);
            if (!places(from).equals(places(to))) {
                wrong.add(key + ": other places than " + places(from));
            }
            if (from.equals(to) && LETTERS.matcher(from).find() && !SAME.contains(from)) {
                wrong.add(key + ": still English");
            }
            if (PLACE.matcher(from).find() && LONE_APOSTROPHE.matcher(to).find()) {
                wrong.add(key + ": a single apostrophe");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(Path file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        }
        return words;
    }
}
