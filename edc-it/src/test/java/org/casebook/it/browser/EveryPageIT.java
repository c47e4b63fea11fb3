package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
 * Walks from each role's home page along the links, one visit to each kind of page, and looks at it: wide and
 * phone-wide, light and dark, and in German, which is longer. WCAG 2.2 AA by axe, no script error, nothing that the content security policy stops, no
 * sideways scrolling on a phone.
 */
class EveryPageIT {
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int WIDE_WIDTH = 1440;
    private static final int WIDE_HEIGHT = 900;

    private static final Set<String> SEEN = new TreeSet<>();
    private static int serious;

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @AfterAll
    static void count() {
        Figures.add("Pages looked at by axe, wide and phone, light and dark", SEEN.size(), "pages", "all", true);
        Figures.atMost("Serious or critical faults found by axe", serious, "faults", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "investigator-101",
                "coordinator-102",
                "monitor",
                "data-manager",
                "sponsor",
                "pharmacist",
                "builder",
                "inspector",
                "admin",
                "statistician"
            })
    void every_page_of_this_person_is_accessible_and_fits(String account) {
        Page page = visitors.signedIn(account);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(page.url() + " says in the console: " + message.text());
            }
        });
        page.onPageError(error -> faults.add(page.url() + " has a script error: " + error));
        walk(page, account);
        assertThat(faults).isEmpty();
    }

    private void walk(Page page, String account) {
        // of all studies that tests load, the one with participants at every stage
        String home = Running.system().url("/home.xhtml?study=" + Trial.STUDY);
        Set<String> known = new HashSet<>(List.of(kind(home)));
        Deque<String> ahead = new ArrayDeque<>(List.of(home));
        while (!ahead.isEmpty()) {
            String address = ahead.poll();
            page.setViewportSize(WIDE_WIDTH, WIDE_HEIGHT);
            page.navigate(address);
            look(page, account);
            for (Object link : (List<?>) page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)")) {
                String next = link.toString();
                if (leadsToAPage(next) && known.add(kind(next))) {
                    ahead.add(next);
                }
            }
        }
    }

    /** The first to come to a kind of page looks at it in every way, the others only at what differs for them. */
    private void look(Page page, String account) {
        String kind = kind(page.url());
        String name = account + kind.replace(".xhtml", "").replace('/', '-');
        if (!SEEN.add(kind)) {
            examine(page, "wide");
            return;
        }
        for (String theme : List.of("light", "dark")) {
            page.setViewportSize(WIDE_WIDTH, WIDE_HEIGHT);
            page.evaluate("theme => document.documentElement.dataset.theme = theme", theme);
            examine(page, theme + " and wide");
            Visitors.picture(page, name + "-" + theme);
            page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
            examine(page, theme + " on a phone");
            Visitors.picture(page, name + "-" + theme + "-phone");
        }
        sideways(page, "");
        speak(page, "de");
        page.reload();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
        examine(page, "in German on a phone");
        Visitors.picture(page, name + "-german-phone");
        sideways(page, " in German");
        speak(page, "en");
    }

    private static void speak(Page page, String language) {
        page.context()
                .addCookies(List.of(new Cookie("casebook-language", language)
                        .setUrl(Running.system().url("/"))));
    }

    private void sideways(Page page, String how) {
        Number overflow =
                (Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow.intValue() > 0) {
            faults.add(page.url() + " scrolls sideways by " + overflow + " px on a phone" + how);
        }
    }

    private void examine(Page page, String how) {
        new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(fault -> Set.of("serious", "critical").contains(fault.getImpact()))
                        .forEach(fault -> {
                            serious++;
                            faults.add(page.url() + ", " + how + ": " + fault.getId() + " at "
                                    + fault.getNodes().get(0).getTarget() + ", " + fault.getHelp());
                        });
    }

    private static boolean leadsToAPage(String address) {
        return address.startsWith(Running.system().url("/"))
                && address.contains(".xhtml")
                && !address.contains("#")
                && !address.contains("/language?");
    }

    /** The path alone, and for forms which form it is not: one look at each kind is enough. */
    private static String kind(String address) {
        return address.substring(Running.system().url("").length()).replaceAll("[?#].*", "");
    }
}
