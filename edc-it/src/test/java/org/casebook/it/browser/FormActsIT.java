package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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

    private static void complete(Page page) {
        page.locator("#complete").click();
        page.locator("#reason-ok").click();
    }
}
