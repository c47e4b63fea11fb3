package org.casebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bean of the view on a stateless view is another one after each postback, and writes to the wrong record without a word.
 * So such a bean may stand in a page that says of itself that it is stateful, and nowhere else: not in a stateless page, and
 * not in a part that any page may include.
 */
class StatelessViewsTest {

    private static final Pattern SCOPED =
            Pattern.compile("@(?:[\\w.]*\\.)?ViewScoped\\b.*?\\bclass\\s+(\\w+)", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("@(?:[\\w.]*\\.)?Named\\(\\s*\"([^\"]+)\"\\s*\\)");
    private static final String STATEFUL = "<edc:statefulPage";

    @Test
    void beans_of_the_view_stand_in_stateful_pages_alone() {
        assertThat(faults(Path.of("src/main/java"), Path.of("src/main/webapp"))).isEmpty();
    }

    @Test
    void the_rule_sees_them(@TempDir Path folder) throws IOException {
        Path java = Files.createDirectory(folder.resolve("java"));
        Path pages = Files.createDirectories(folder.resolve("pages/tags")).getParent();
        Files.writeString(java.resolve("Basket.java"), "@Named\n@ViewScoped\npublic class Basket {}");
        Files.writeString(
                java.resolve("Other.java"), "@jakarta.faces.view.ViewScoped @Named(\"cart\") final class Other {}");
        Files.writeString(java.resolve("Calm.java"), "@Named @RequestScoped class Calm {}");
        Files.writeString(pages.resolve("a.xhtml"), "<edc:page>#{basket.size}</edc:page>");
        Files.writeString(pages.resolve("b.xhtml"), "<edc:plainPage title=\"#{not cart.full}\"/>");
        Files.writeString(pages.resolve("tags/c.xhtml"), "<ui:composition>#{calm.of(basket)}</ui:composition>");
        Files.writeString(pages.resolve("d.xhtml"), "<edc:statefulPage>#{basket.size}</edc:statefulPage>");
        Files.writeString(pages.resolve("e.xhtml"), "<edc:page>#{calm.basket} #{wastebasket.size}</edc:page>");
        assertThat(faults(java, pages))
                .containsExactly("a.xhtml uses basket", "b.xhtml uses cart", "tags/c.xhtml uses basket");
    }

    private static List<String> faults(Path java, Path pages) {
        List<String> beans = files(java, ".java").stream()
                .flatMap(file -> beans(read(file)).stream())
                .toList();
        return files(pages, ".xhtml").stream()
                .filter(page -> !read(page).contains(STATEFUL))
                .flatMap(page -> beans.stream()
                        .filter(bean -> uses(read(page), bean))
                        .map(bean -> pages.relativize(page) + " uses " + bean))
                .toList();
    }

    private static List<String> beans(String source) {
        Matcher scoped = SCOPED.matcher(source);
        if (!scoped.find()) {
            return List.of();
        }
        Matcher named = NAMED.matcher(source);
        String type = scoped.group(1);
        return List.of(named.find() ? named.group(1) : Character.toLowerCase(type.charAt(0)) + type.substring(1));
    }

    /** Whether an expression begins with the bean, or hands it over. */
    private static boolean uses(String page, String bean) {
        return Pattern.compile("[#$]\\{[^}]*(?<![\\w.'])" + Pattern.quote(bean) + "\\b(?!')[^}]*}")
                .matcher(page)
                .find();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
