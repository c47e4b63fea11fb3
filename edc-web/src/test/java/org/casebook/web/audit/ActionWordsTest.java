package org.casebook.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casebook.capture.FormChanged;
import org.junit.jupiter.api.Test;

/** Whatever the trail tells has a name that people use. */
class ActionWordsTest {

    private static final Path ROOMS = Path.of("../edc-ejb/src/main/java/org/casebook");
    private static final Pattern ACTION = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    /** Purposes of a step-up and roles, which look like actions and stand in the same files. */
    private static final Set<String> OTHERS = Set.of("sign-forms", "lock-study");

    @Test
    void every_action_that_a_fact_tells_has_words() throws IOException {
        Set<String> told = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOMS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                if (source.contains("implements Fact")) {
                    ACTION.matcher(source).results().forEach(found -> told.add(found.group(1)));
                }
            }
        }
        Stream.of(FormChanged.Act.values())
                .map(act -> "form-" + act.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(told::add);
        told.removeAll(OTHERS);
        assertThat(told).hasSizeGreaterThan(30);
        assertThat(ResourceBundle.getBundle("words.actions", Locale.ENGLISH).keySet())
                .containsAll(told);
    }
}
