package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebook.it.Figures;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walks from each role's home page along the links with German chosen. No text and no name on any page is one of our English
 * words, or holds a piece of an English sentence of ours, unless the page says that it is English.
 */
class GermanPagesIT {

    /** Every text and name on the page that is not marked as another language's. */
    private static final String SHOWN = "() => { const texts = [];"
            + " const foreign = e => e.closest('[lang]').lang !== 'de' || e.closest('script, style');"
            + " const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
            + " while (walk.nextNode()) { const n = walk.currentNode; if (!foreign(n.parentElement)) texts.push(n.data); }"
            + " for (const e of document.body.querySelectorAll('*')) if (!foreign(e))"
            + " for (const a of e.attributes) if (!['id', 'class', 'value', 'href', 'name', 'type'].includes(a.name)"
            + " && !/^data-(url|then|oid)$/.test(a.name)) texts.push(a.value);"
            + " return texts.map(t => t.trim()).filter(t => t); }";

    /** So many pages of each kind; of forms more, since they differ. */
    private static final int OF_EACH_KIND = 3;

    private static final int FORMS = 12;

    private static final Set<String> KINDS = new HashSet<>();
    private static int pages;
    private static int english;

    private final EnglishWords words = new EnglishWords();

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    GermanPagesIT() throws IOException {}

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @AfterAll
    static void count() {
        Figures.add("kinds of pages read in German", KINDS.size(), "pages", "all", true);
        Figures.add("pages read in German", pages, "pages", "", true);
        Figures.atMost("English texts of ours on German pages", english, "texts", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "investigator-101",
                "coordinator-101",
                "monitor",
                "data-manager",
                "sponsor",
                "pharmacist",
                "builder",
                "inspector",
                "admin"
            })
    void no_page_of_this_person_speaks_english(String account) {
        assertThat(words.size()).isGreaterThan(900);
        Page page = visitors.signedIn(account);
        page.context()
                .addCookies(List.of(new Cookie("casebook-language", "de")
                        .setUrl(Running.system().url("/"))));
        List<String> found = walk(page);
        english += found.size();
        assertThat(found).isEmpty();
    }

    private List<String> walk(Page page) {
        List<String> found = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        Set<String> known = new HashSet<>(List.of(Running.system().url("/home.xhtml?study=" + Trial.STUDY)));
        Set<String> told = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(known);
        while (!ahead.isEmpty()) {
            String address = ahead.poll();
            page.navigate(address);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
            pages++;
            KINDS.add(kind(address));
            for (String text : words.in(strings(page.evaluate(SHOWN)))) {
                if (told.add(text)) {
                    found.add(kind(address) + ": " + text);
                }
            }
            for (String next :
                    strings(page.evaluate("[...document.querySelectorAll('a[href]')].map(link => link.href)"))) {
                if (leadsToAPage(next) && known.add(next) && seen.merge(kind(next), 1, Integer::sum) <= most(next)) {
                    ahead.add(next);
                }
            }
        }
        return found;
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    private static int most(String address) {
        return kind(address).startsWith("/capture/") ? FORMS : OF_EACH_KIND;
    }

    /** Pages of other studies show texts that their authors gave in English alone. */
    private static boolean leadsToAPage(String address) {
        boolean elsewhere = address.contains("study=") && !address.matches(".*[?&]study=" + Trial.STUDY + "(&.*)?");
        return !elsewhere
                && address.startsWith(Running.system().url("/"))
                && address.contains(".xhtml")
                && !address.contains("#")
                && !address.contains("/language?");
    }

    private static String kind(String address) {
        return address.substring(Running.system().url("").length()).replaceAll("[?#].*", "");
    }
}
