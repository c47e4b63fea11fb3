package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deviations on their page: recorded, classified, made void and reinstated; and the visits of today on theirs. */
class DeviationPageIT {
    private static final String DAY = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void a_coordinator_records_classifies_makes_void_and_reinstates_a_deviation() {
        Page page = visitors.signedIn("coordinator-101");
        page.navigate(Running.system().url("/deviation/deviations.xhtml?study=BMMSC&site=101"));
        String what = "=Freezer off for 3 hours " + System.nanoTime();
        Locator form = page.locator("form[data-url='/entry/deviations']");
        form.locator("[name=description]").fill(what);
        form.locator("button[type=submit]").click();
        page.locator("#deviation-error:has-text('date')").waitFor();
        form.locator("[name=date]").fill(DAY);
        form.locator("[name=category]").selectOption("TREATMENT");
        form.locator("button[type=submit]").click();
        Locator row = page.locator("tr:has-text('" + what + "')");
        row.waitFor();
        assertThat(row.innerText()).contains("Whole site", DAY, "Treatment", "Not classified", "Recorded by");

        row.locator("summary", new Locator.LocatorOptions().setHasText("Classify"))
                .click();
        row.locator("form[data-url$='/weight'] select").selectOption("IMPORTANT");
        row.locator("form[data-url$='/weight'] [name=reason]").fill("The product warmed up.");
        row.locator("form[data-url$='/weight'] button[type=submit]").click();
        row.locator("[data-weight=IMPORTANT]").waitFor();

        row.locator("button[data-url$='/void']").click();
        page.locator("#reason-input").fill("It was another freezer.");
        page.locator("#reason-ok").click();
        row.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.navigate(Running.system().url("/deviation/deviations.xhtml?study=BMMSC&site=101&state=VOID"));
        assertThat(row.innerText()).contains("Made void by", "It was another freezer.");
        String csv = page.request()
                .get(Running.system().url("/entry/deviations/csv?study=BMMSC&site=101&state=VOID"))
                .text();
        assertThat(csv.lines()).anyMatch(line -> line.contains("'" + what) && line.contains("IMPORTANT"));

        row.locator("button[data-url$='/reinstating']").click();
        page.locator("#reason-input").fill("It was this one after all.");
        page.locator("#reason-ok").click();
        row.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    @Test
    void today_shows_a_new_participant_s_screening_as_open_and_leads_there() {
        Page page = visitors.signedIn("coordinator-101");
        page.navigate(Running.system().url("/subject/subjects.xhtml?study=BMMSC&site=101"));
        page.locator("button[data-url='/entry/subjects']").click();
        page.locator("#reason-ok").click();
        page.waitForURL(address -> address.contains("/subject/subject.xhtml"));
        String subject = page.url().replaceAll(".*[?&]subject=([^&]+).*", "$1");
        page.navigate(Running.system().url("/agenda/today.xhtml?study=BMMSC&site=101"));
        Locator line = page.locator("[data-agenda=open] li:has-text('" + subject + "')");
        assertThat(line.innerText()).contains("Screening", "No window");
        assertThat(page.locator("table.overdue").innerText()).contains("101");
        line.locator(".why-button").click();
        page.locator(".why-sentence:has-text('sets no window')").waitFor();
        page.locator("#why-dialog [data-dialog-cancel]").click();
        line.locator("a").click();
        page.waitForURL(address -> address.contains("subject=" + subject));
    }
}
