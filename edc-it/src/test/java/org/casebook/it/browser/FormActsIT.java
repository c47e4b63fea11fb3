package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is done to a form as a whole, on its page: it is completed once although the answer was lost. */
class FormActsIT {
    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void a_form_whose_completion_was_not_heard_of_is_completed_once() {
        Page page = Entries.newAdverseEvent(visitors, "coordinator-101");
        page.locator(".item:visible [data-form-act=blank]").all().forEach(blank -> {
            if (blank.isVisible()) {
                blank.click();
                page.locator("#blank-dialog [data-blank=UNKNOWN]").click();
                page.locator("#form-stored[data-sign=stored]").waitFor();
            }
        });
        String form = page.locator("#case-form").getAttribute("data-form");
        page.route(
                "**/complete*",
                route -> {
                    route.fetch();
                    route.abort();
                },
                new Page.RouteOptions().setTimes(1));
        complete(page);
        page.locator("#toasts .bad").waitFor();
        page.waitForNavigation(() -> complete(page));
        assertThat(page.locator("#case-form").getAttribute("data-state")).isEqualTo("COMPLETE");
        assertThat(Entries.texts("select id::text from edc.audit_entry where action = 'form-completed' and form_id = "
                        + Long.parseLong(form)))
                .hasSize(1);
    }

    @Test
    void a_form_is_left_blank_for_a_reason_of_the_list_and_says_so() {
        Page page = Entries.newAdverseEvent(visitors, "coordinator-101");
        Locator box = page.locator("#form-blank");
        box.locator("summary").click();
        box.getByLabel("Why is it left blank?").selectOption("REFUSED");
        box.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("#left-blank").count())
                .as("no reason was given")
                .isZero();
        box.locator("[name=reason]").fill("The participant did not want to tell");
        page.waitForNavigation(() -> box.getByRole(AriaRole.BUTTON).click());
        assertThat(page.locator("#left-blank").textContent()).containsIgnoringCase("refused");
        assertThat(page.locator("#case-form").getAttribute("data-state")).isEqualTo("NOT_DONE");
    }

    @Test
    void a_form_that_holds_data_cannot_be_left_blank_as_a_whole() {
        Page page = Entries.newAdverseEvent(visitors, "coordinator-101");
        assertThat(page.locator("#form-blank").isVisible()).isTrue();
        Entries.type(page, "AETERM", "Rash");
        Entries.stored(page, "AETERM");
        page.locator("#form-blank").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        // who had the menu open before hears why not
        page.evaluate("document.getElementById('form-blank').classList.remove('gone')");
        Locator box = page.locator("#form-blank");
        box.locator("summary").click();
        box.locator("[name=reason]").fill("All of it");
        box.getByRole(AriaRole.BUTTON).click();
        PlaywrightAssertions.assertThat(page.locator("#form-blank-error")).containsText("holds data");
        page.reload();
        page.waitForSelector("#case-form");
        assertThat(page.locator("#form-blank").count()).isZero();
        assertThat(page.locator("#case-form").getAttribute("data-state")).isEqualTo("STARTED");
    }

    private static void complete(Page page) {
        page.locator("#complete").click();
        page.locator("#reason-ok").click();
    }
}
