package org.casebook.it.browser;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.runtime.Home;

/**
 * The English words of the pages and of the rooms' sentences, as they would show on a page: whole words, and of sentences
 * with something in them what stands around it. Those that are German too, and those of the trial's plan, are none of them.
 */
final class EnglishWords {

    private static final int FEWEST_WORDS = 3;
    private static final Pattern PART = Pattern.compile("\\{[^}]*}");
    private static final Pattern TEXT = Pattern.compile(">([^<>]+)<| Name=\"([^\"]+)\"");

    /** What is said of a value that cannot be read is kept with its query, as it was asked. */
    private static final Pattern OF_VALUES = Pattern.compile(".*/(kernel|rules)/phrases\\.properties");

    private final Set<String> whole = new HashSet<>();
    private final Set<String> pieces;
    private final Set<String> ofTheStudy;

    EnglishWords() throws IOException {
        Path root = Home.current().root();
        Set<String> german = new HashSet<>();
        read(root.resolve("edc-web/src/main/resources/words"), german);
        read(root.resolve("edc-ejb/src/main/resources/org/casebook"), german);
        whole.removeAll(german);
        ofTheStudy = textsOf(root.resolve("config/studies/bmmsc-dmso.xml"));
        whole.removeAll(ofTheStudy);
        // values of attributes that scripts read
        whole.removeIf(word -> word.length() < 4 || word.equals(word.toLowerCase(Locale.ROOT)));
        Set<String> germanPieces = german.stream().flatMap(EnglishWords::pieces).collect(Collectors.toSet());
        pieces = whole.stream()
                .flatMap(EnglishWords::pieces)
                .filter(piece -> !germanPieces.contains(piece))
                .collect(Collectors.toSet());
    }

    int size() {
        return whole.size();
    }

    /** Those of these texts that are, or hold, English of ours. */
    List<String> in(List<String> shown) {
        return shown.stream()
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .filter(text -> !ofTheStudy.contains(text))
                .filter(text -> whole.contains(text) || pieces.stream().anyMatch(text::contains))
                .distinct()
                .toList();
    }

    private static Stream<String> pieces(String sentence) {
        return Arrays.stream(PART.split(sentence))
                .map(String::strip)
                .filter(piece -> piece.split("\\s+").length >= FEWEST_WORDS);
    }

    private void read(Path folder, Set<String> german) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".properties")).toList()) {
                Properties words = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
                if (OF_VALUES.matcher(file.toString()).matches()) {
                    continue;
                }
                Set<String> into = file.toString().endsWith("_de.properties") ? german : whole;
                // what is signed stands in the trail as it was signed
                words.keySet().removeIf(key -> key.toString().startsWith("meaning."));
                words.values().forEach(word -> into.add(word.toString().strip()));
            }
        }
    }

    private static Set<String> textsOf(Path study) throws IOException {
        Set<String> texts = new HashSet<>();
        Matcher text = TEXT.matcher(Files.readString(study));
        while (text.find()) {
            texts.add((text.group(1) == null ? text.group(2) : text.group(1))
                    .strip()
                    .replaceAll("\\s+", " "));
        }
        return texts;
    }
}
