package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The status of a participant on his page: a step with what belongs to it, its history, and back again. */
class StandingPageIT {
    private static final String DAY = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void a_coordinator_records_a_screen_failure_and_takes_it_back() {
        Page page = newParticipant();
        Locator menu = page.locator(".standing-box");
        page.getByText("Change status").click();
        assertThat(menu.locator(".standing-from").isVisible()).isFalse();
        menu.locator("select[name=status]").selectOption("SCREEN_FAILED");
        menu.getByLabel("E1", new Locator.GetByLabelOptions().setExact(true)).check();
        menu.locator("input[name=date]").fill(DAY);
        menu.locator("button[type=submit]").click();
        menu.locator("#standing-error:has-text('reason')").waitFor();
        menu.locator("[name=reason]").fill("Known bleeding disorder.");
        menu.locator("button[type=submit]").click();

        Locator step = page.locator(".steps-taken li");
        step.filter(new Locator.FilterOptions().setHasText("Known bleeding disorder."))
                .waitFor();
        assertThat(step.innerText()).contains("Screen failure", "Not met: E1", DAY);
        assertThat(page.locator("tr[id=SE_SCREEN]").innerText()).contains("Not applicable");

        page.getByText("Take last step back").click();
        page.locator("#reason-input").fill("Another participant was meant.");
        page.locator("#reason-ok").click();
        page.locator(".steps-taken li[data-back=true]").waitFor();
        assertThat(page.locator(".steps-taken").innerText()).contains("Another participant was meant.");
        assertThat(page.locator("tr[id=SE_SCREEN]").innerText()).contains("Due");
    }

    @Test
    void a_withdrawal_asks_from_what() {
        Page page = newParticipant();
        Locator menu = page.locator(".standing-box");
        page.getByText("Change status").click();
        menu.locator("select[name=status]").selectOption("WITHDRAWN");
        assertThat(menu.locator(".standing-criteria").isVisible()).isFalse();
        menu.locator("input[name=date]").fill(DAY);
        menu.locator("[name=reason]").fill("By letter.");
        menu.locator("button[type=submit]").click();
        menu.locator("#standing-error:has-text('from what')").waitFor();
        menu.locator("select[name=from]").selectOption("DATA");
        menu.locator("button[type=submit]").click();
        page.locator(".steps-taken li:has-text('use of the data')").waitFor();
    }

    @Test
    void the_screening_log_shows_a_failure_and_whom_it_leads_to() {
        Page page = newParticipant();
        String first = subjectOf(page);
        Locator menu = page.locator(".standing-box");
        page.getByText("Change status").click();
        menu.locator("select[name=status]").selectOption("SCREEN_FAILED");
        menu.getByLabel("E2", new Locator.GetByLabelOptions().setExact(true)).check();
        menu.locator("input[name=date]").fill(DAY);
        menu.locator("[name=reason]").fill("Bleeding disorder.");
        menu.locator("button[type=submit]").click();
        page.locator("button[data-url$='/again']").click();
        page.locator("#reason-ok").click();
        page.waitForURL(address -> !address.contains("subject=" + first));

        page.navigate(Running.system().url("/subject/screening.xhtml?study=BMMSC&site=101"));
        Locator row = page.locator("tbody tr:has(th > a:text-is('" + first + "'))");
        assertThat(row.innerText()).contains("Screen failure", DAY, "E2", "Bleeding disorder.");
        assertThat(page.locator(".screening tbody tr").last().innerText()).contains("before", first);
        String csv = page.request()
                .get(Running.system().url("/entry/screening/csv?study=BMMSC&site=101"))
                .text();
        assertThat(csv.lines()).anyMatch(line -> line.contains(first) && line.contains("SCREEN_FAILED"));
    }

    private static String subjectOf(Page page) {
        return page.url().replaceAll(".*[?&]subject=([^&]+).*", "$1");
    }

    private Page newParticipant() {
        Page page = visitors.signedIn("coordinator-101");
        page.navigate(Running.system().url("/subject/subjects.xhtml?study=BMMSC&site=101"));
        page.locator("button[data-url='/entry/subjects']").click();
        page.locator("#reason-ok").click();
        page.waitForURL(address -> address.contains("/subject/subject.xhtml"));
        return page;
    }
}
