package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A log as its people use it: rows are added and edited below their table, sorted, filtered, made void and restored. */
class LogPageIT {
    private static final String LOG = "/capture/log.xhtml?study=BMMSC&site=101&subject=101-003&form=MH";

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void rows_are_edited_below_their_table_and_void_ones_are_restored() {
        Page page = visitors.signedIn("coordinator-101");
        page.navigate(Running.system().url(LOG));
        int before = page.locator("tr.log-row").count();
        add(page, "Zoster");
        assertThat(page.url()).contains("/capture/log.xhtml").contains("open=");
        add(page, "Asthma");
        assertThat(page.locator("tr.log-row").count()).isEqualTo(before + 2);

        List<String> asEntered = terms(page);
        page.locator("th.question .sort").first().click();
        assertThat(terms(page)).isNotEqualTo(asEntered);
        assertThat(terms(page)).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        page.fill("#log-filter", "zoster");
        assertThat(page.locator("tr.log-row:visible").count()).isEqualTo(1);
        page.fill("#log-filter", "");

        Locator asthma = page.locator("tr.log-row").filter(new Locator.FilterOptions().setHasText("Asthma"));
        asthma.locator("[data-url$='/void']").click();
        page.fill("#reason-input", "Entered for the wrong participant");
        page.waitForNavigation(() -> page.click("#reason-ok"));
        assertThat(asthma.getAttribute("class")).contains("state-VOID");
        page.uncheck("#log-void");
        assertThat(asthma.isVisible()).isFalse();
        page.check("#log-void");
        Visitors.picture(page, "log-with-a-void-row");

        asthma.locator("[data-url$='/reopen']").click();
        page.fill("#reason-input", "It was the right one");
        page.waitForNavigation(() -> page.click("#reason-ok"));
        assertThat(asthma.getAttribute("class")).contains("state-STARTED");
        page.setViewportSize(390, 844);
        Visitors.picture(page, "log-narrow");
    }

    @Test
    void numbers_are_sorted_by_their_size() {
        Page page = visitors.signedIn("coordinator-101");
        page.navigate(Running.system().url(LOG.replace("form=MH", "form=CM")));
        for (String dose : List.of("1.5", "1.25", "10", "2")) {
            page.waitForNavigation(() -> page.click(".page-actions [data-url='/entry/rows']"));
            page.waitForSelector("#opened #case-form");
            Entries.type(page, "CMDOSE", dose);
            Entries.stored(page, "CMDOSE");
        }
        page.locator("th:has-text('Dose') .sort").first().click();
        List<Double> doses = page.locator("tr.log-row [data-item=CMDOSE]").allTextContents().stream()
                .filter(text -> text.matches("[0-9.]+"))
                .map(Double::valueOf)
                .toList();
        assertThat(doses).hasSizeGreaterThanOrEqualTo(4).isSorted();
    }

    /** What is stored in the opened row shows in its line at once. */
    private static void add(Page page, String term) {
        page.waitForNavigation(() -> page.click(".page-actions [data-url='/entry/rows']"));
        page.waitForSelector("#opened #case-form");
        Locator field = page.locator("#item-MHTERM input").first();
        field.fill(term);
        field.press("Tab");
        page.locator("tr[aria-current] [data-item=MHTERM]")
                .filter(new Locator.FilterOptions().setHasText(term))
                .waitFor();
    }

    private static List<String> terms(Page page) {
        return page.locator("tr.log-row [data-item=MHTERM]").allTextContents();
    }
}
