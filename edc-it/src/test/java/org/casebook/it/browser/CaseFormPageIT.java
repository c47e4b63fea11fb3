package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The form page as people use it: by keys, with a lost connection, an ended session, a colleague at the same item. */
class CaseFormPageIT {
    private static final String COORDINATOR = "coordinator-101";
    private static final String PLACE = "study=BMMSC&site=101";
    private static final double PATIENCE_MS = 30_000;

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void a_form_is_filled_by_keys_alone() {
        Page page = newAdverseEvent(COORDINATOR);
        page.focus("#item-AETERM input");
        page.keyboard().type("Headache");
        page.keyboard().press("Enter");
        stored(page, "AETERM");
        assertThat(focused(page)).isEqualTo("AESTDAT");

        page.keyboard().type("2025-13");
        page.keyboard().press("Enter");
        page.waitForSelector("#item-AESTDAT .message.severity-HARD");
        assertThat(page.inputValue("#item-AESTDAT input")).isEqualTo("2025-13");
        assertThat(page.locator("#form-summary a").textContent()).contains("Start date");

        assertThat(focused(page)).isEqualTo("AEONGO");
        assertThat(page.isVisible("#item-AEENDAT")).isFalse();
        page.keyboard().press("2");
        page.waitForSelector("#item-AEENDAT", visible());
        page.keyboard().press("1");
        page.waitForSelector("#item-AEENDAT", hidden());
        page.keyboard().press("Enter");
        assertThat(focused(page)).isEqualTo("AESEV");

        page.focus("#item-AEREL input");
        page.keyboard().press("Alt+b");
        page.keyboard().press("2");
        stored(page, "AEREL");
        assertThat(page.locator("#item-AEREL .blank-chip").textContent()).isEqualTo("Unknown");

        page.keyboard().press("Alt+i");
        page.waitForSelector("#side-history .timeline li");
        assertThat(page.locator("#side-history").textContent()).contains("Unknown");
    }

    @Test
    void what_is_typed_without_a_connection_is_stored_when_it_is_back() {
        Page page = newAdverseEvent(COORDINATOR);
        page.context().setOffline(true);
        type(page, "AETERM", "Dizziness");
        page.waitForSelector("#item-AETERM .sign[data-sign='failed']");
        assertThat(page.locator("#item-AETERM .item-messages").textContent()).contains("could not be reached");
        page.context().setOffline(false);
        stored(page, "AETERM");
        page.reload();
        assertThat(page.inputValue("#item-AETERM input")).isEqualTo("Dizziness");
    }

    @Test
    void what_was_typed_when_the_session_ended_comes_back_for_the_same_person_alone() {
        Page page = newAdverseEvent(COORDINATOR);
        String form = page.url();
        page.context().clearCookies();
        type(page, "AETERM", "Nausea after lunch");
        page.waitForSelector("#session-dialog[open]");

        // another part of the same page would not be loaded anew
        page.navigate("about:blank");
        page.navigate(form);
        Visitors.login(page, "investigator-101");
        page.waitForSelector("#case-form");
        assertThat(page.inputValue("#item-AETERM input")).isEmpty();

        page.context().clearCookies();
        page.navigate("about:blank");
        page.navigate(form);
        Visitors.login(page, COORDINATOR);
        stored(page, "AETERM");
        page.reload();
        assertThat(page.inputValue("#item-AETERM input")).isEqualTo("Nausea after lunch");
        Object left =
                page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('casebook-unsent')).length");
        assertThat(left).isEqualTo(0);
    }

    @Test
    void two_people_at_one_item_see_both_values_and_one_decides() {
        Page first = newAdverseEvent(COORDINATOR);
        Page second = visitors.signedIn("investigator-101");
        second.navigate(first.url());
        type(second, "AETERM", "Migraine");
        stored(second, "AETERM");

        type(first, "AETERM", "Tension headache");
        first.waitForSelector("#conflict-dialog[open]");
        assertThat(first.locator("#conflict-stored").textContent()).isEqualTo("Migraine");
        assertThat(first.locator("#conflict-yours").textContent()).isEqualTo("Tension headache");
        first.click("#conflict-mine");
        assertThat(first.locator("#conflict-error").textContent()).contains("reason");
        first.fill("#conflict-reason", "The source says so");
        first.click("#conflict-mine");
        stored(first, "AETERM");
        second.reload();
        assertThat(second.inputValue("#item-AETERM input")).isEqualTo("Tension headache");
    }

    @Test
    void a_complete_form_asks_a_reason_and_a_monitor_ticks_and_asks_by_keys() {
        Page site = newAdverseEvent(COORDINATOR);
        site.click("#complete");
        site.click("#reason-ok");
        site.waitForSelector("#item-AETERM .message[data-check='MISSING']");
        fill(site);
        site.click("#complete");
        site.waitForNavigation(() -> site.click("#reason-ok"));
        assertThat(site.locator(".subject-header .status").textContent()).contains("Complete");

        Page monitor = visitors.signedIn("monitor");
        monitor.navigate(site.url());
        monitor.waitForSelector("#item-AETERM .sign[data-sign='stored']", attached());
        monitor.focus("#item-AETERM [data-form-act='side']");
        monitor.keyboard().press("v");
        monitor.waitForSelector("#item-AETERM .badge.tone-good");
        assertThat(focused(monitor)).isEqualTo("AESTDAT");
        monitor.keyboard().press("q");
        monitor.keyboard().type("Is the start date right?");
        monitor.click("#side .say .button.primary");
        monitor.waitForSelector("#item-AESTDAT .badge.tone-warn");

        type(site, "AETERM", "Cough, dry");
        site.click("#reason-dialog [data-dialog-cancel]");
        assertThat(site.inputValue("#item-AETERM input")).isEqualTo("Cough");
        type(site, "AETERM", "Cough, dry");
        site.fill("#reason-input", "Word was missing");
        site.click("#reason-ok");
        stored(site, "AETERM");
        monitor.reload();
        monitor.waitForSelector("#item-AETERM .badge.tone-bad");

        site.reload();
        site.click("#item-AESTDAT .badge.tone-warn");
        site.fill("#side textarea", "Yes, as in the source");
        site.click("#side .say .button.primary");
        site.waitForSelector("#item-AESTDAT .badge.tone-info");
    }

    private static void fill(Page page) {
        type(page, "AETERM", "Cough");
        stored(page, "AETERM");
        type(page, "AESTDAT", "2026-10-01");
        stored(page, "AESTDAT");
        Map<String, String> choices = Map.of("AEONGO", "1", "AESEV", "1", "AEREL", "1", "AESER", "2", "AEOUT", "3");
        choices.forEach((item, key) -> {
            page.focus("#item-" + item + " input");
            page.keyboard().press(key);
            stored(page, item);
        });
    }

    /** A new row in the log of site 101's second participant, who takes part, opened on its page. */
    private Page newAdverseEvent(String account) {
        return Entries.newAdverseEvent(visitors, account);
    }

    private static void type(Page page, String item, String text) {
        Locator field = page.locator("#item-" + item + " input").first();
        field.fill(text);
        field.press("Tab");
    }

    private static void stored(Page page, String item) {
        page.waitForSelector("#item-" + item + " .sign[data-sign='stored']", attached());
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.closest('.item')?.dataset.oid"));
    }

    private static Page.WaitForSelectorOptions attached() {
        return state(WaitForSelectorState.ATTACHED);
    }

    private static Page.WaitForSelectorOptions visible() {
        return state(WaitForSelectorState.VISIBLE);
    }

    private static Page.WaitForSelectorOptions hidden() {
        return state(WaitForSelectorState.HIDDEN);
    }

    private static Page.WaitForSelectorOptions state(WaitForSelectorState state) {
        return new Page.WaitForSelectorOptions().setState(state).setTimeout(PATIENCE_MS);
    }
}
