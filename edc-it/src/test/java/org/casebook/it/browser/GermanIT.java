package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.runtime.Home;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person who reads German: by choice, kept, on the pages of a site's day, down to what a check says. */
class GermanIT {

    /** Every text and name on the page that is not marked as another language's. */
    private static final String SHOWN = "() => { const texts = [];"
            + " const foreign = e => e.closest('[lang]').lang !== 'de' || e.closest('script, style');"
            + " const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
            + " while (walk.nextNode()) { const n = walk.currentNode; if (!foreign(n.parentElement)) texts.push(n.data); }"
            + " for (const e of document.body.querySelectorAll('*')) if (!foreign(e))"
            + " for (const a of e.attributes) if (a.name !== 'id' && a.name !== 'class' && a.name !== 'value') texts.push(a.value);"
            + " return texts.map(t => t.trim()).filter(t => t); }";

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private final Set<String> english = new HashSet<>();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void whoever_chooses_german_reads_german() throws IOException {
        englishWords();
        Page page = visitors.signedIn("coordinator-101");
        assertThat(language(page)).isEqualTo("en");
        page.navigate(Running.system().url("/subject/subjects.xhtml?" + Entries.PLACE));
        String address = page.url();
        page.click("details.person summary");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Deutsch"))
                .click();
        assertThat(page.url()).as("the page stays where it was").isEqualTo(address);
        assertThat(language(page)).isEqualTo("de");
        assertThat(page.locator("h1").textContent()).isEqualTo("Teilnehmer");
        nothingEnglish(page);

        page.navigate(Running.system().url("/home.xhtml?" + Entries.PLACE));
        assertThat(page.locator("h1").textContent()).startsWith("Guten Tag");
        nothingEnglish(page);
        page.navigate(Running.system().url("/subject/subject.xhtml?" + Entries.PLACE + "&subject=101-002"));
        nothingEnglish(page);
        page.navigate(Running.system().url("/query/queries.xhtml?" + Entries.PLACE));
        nothingEnglish(page);

        Entries.newAdverseEvent(page);
        assertThat(page.locator("#item-AESEV").textContent())
                .contains("Schweregrad")
                .contains("Leicht");
        nothingEnglish(page);
        Entries.type(page, "AESTDAT", "2025-13");
        page.waitForSelector("#item-AESTDAT .message.severity-HARD");
        assertThat(page.locator("#item-AESTDAT .item-messages").textContent())
                .contains("Einen Monat 13 gibt es nicht. Monate sind 1 bis 12.");
        assertThat(page.locator("#item-AESTDAT .sign-word").textContent()).isEqualTo("Gespeichert");
        page.reload();
        assertThat(page.locator("#item-AESTDAT .item-messages").textContent())
                .as("drawn by the server as told by the save")
                .contains("Einen Monat 13 gibt es nicht.");
        nothingEnglish(page);
        String form = page.locator("#case-form").getAttribute("data-form");
        assertThat(page.request()
                        .get(Running.system().url("/entry/queries?" + Entries.PLACE + "&form=" + form))
                        .text())
                .as("what is told beside the form of the query that the check opened")
                .contains("Einen Monat 13 gibt es nicht.")
                .doesNotContain("There is no month 13");

        page.click("details.person summary");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .click();
        assertThat(page.locator("#item-AESTDAT .item-messages").textContent())
                .contains("There is no month 13. Months are 1 to 12.");
    }

    private static String language(Page page) {
        return page.locator("html").getAttribute("lang");
    }

    private void nothingEnglish(Page page) {
        List<String> found = new ArrayList<>();
        for (Object text : (List<?>) page.evaluate(SHOWN)) {
            if (english.contains(text.toString())) {
                found.add(text.toString());
            }
        }
        assertThat(found).as("English on " + page.url()).isEmpty();
    }

    /** The words of the pages that stand for themselves, without those that are German words too. */
    private void englishWords() throws IOException {
        Set<String> german = new HashSet<>();
        Path folder = Home.current().root().resolve("edc-web/src/main/resources/words");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Properties words = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
                Set<String> into = file.toString().endsWith("_de.properties") ? german : english;
                words.values().forEach(word -> into.add(word.toString()));
            }
        }
        english.removeAll(german);
        // what the study's plan or a person is called, and values of attributes that scripts read
        english.removeIf(word -> word.length() < 3 || word.equals(word.toLowerCase(java.util.Locale.ROOT)));
        assertThat(english).hasSizeGreaterThan(700);
    }
}
