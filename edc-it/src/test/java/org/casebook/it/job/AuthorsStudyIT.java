package org.casebook.it.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Studies as other authors write them, on the pages: OIDs of all sorts, and groups that repeat inside a form. */
class AuthorsStudyIT {
    private static final String COORDINATOR = "coordinator-101";
    private static final String OIDS = "Page:OIDS-1.0";
    private static final String ROWS = "ROWS.PAGE";
    private static final double PATIENCE_MS = 30_000;

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    /** Taken after both studies were joined: a token knows its groups of that moment. */
    private static Tokens tokens;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Trial.load();
        new OwnStudy(OIDS).open(file("studies/oids.xml").replace("Study:OIDS-1.0", OIDS));
        tokens = new OwnStudy(ROWS)
                .open(file("studies/rows.xml").replace("<Study OID=\"ROWS\"", "<Study OID=\"" + ROWS + "\""));
    }

    @Test
    void items_with_any_oid_are_typed_stored_computed_and_found_again() {
        String subject = participant(OIDS);
        Page page = subjectPage(OIDS, subject);
        page.locator("a.seat[href*='event=Visit.1'][href*='form=Form.vitals']").click();
        type(page, "ODM.IT.VS.TEMP.VSORRES", "36.5");
        assertThat(page.locator("[data-oid='ODM.IT.VS.TEMP.F'] output").textContent())
                .contains("97.7");
        page.navigate(page.url() + "#item-ODM.IT.VS.TEMP.VSORRES");
        page.reload();
        assertThat(page.inputValue("[data-oid='ODM.IT.VS.TEMP.VSORRES'] input")).isEqualTo("36.5");
        assertThat(page.evaluate("document.activeElement.closest('.item')?.dataset.oid"))
                .isEqualTo("ODM.IT.VS.TEMP.VSORRES");

        page = subjectPage(OIDS, subject);
        page.locator("a.seat[href*='form=Form.consent']").click();
        type(page, "__proto__", "a word that scripts know");
        page.reload();
        assertThat(page.inputValue("[data-oid='__proto__'] input")).isEqualTo("a word that scripts know");
    }

    @Test
    void rows_are_added_at_their_visit_and_listed_there() {
        String subject = participant(ROWS);
        Page page = subjectPage(ROWS, subject);
        page.locator("[data-field-event='SE.1'][data-field-form='G.RESULT']").click();
        type(page, "LBTEST", "Sodium");
        assertThat(page.locator(".subject-header").textContent()).contains("Start");

        page = subjectPage(ROWS, subject);
        assertThat(page.locator("[id='SE.1'] .form-list").textContent()).contains("Results, 1. Sodium");
        assertThat(page.locator("[id='SE.2'] .form-list").textContent()).doesNotContain("Sodium");
        Visitors.picture(page, "rows-at-visits");
        page.setViewportSize(390, 800);
        Visitors.picture(page, "rows-at-visits-narrow");
        page.setViewportSize(1440, 900);
        page.locator("[data-field-event='SE.1'][data-field-form='G.RESULT']").click();
        type(page, "LBTEST", "Potassium");

        page.locator("a[href*='/capture/log.xhtml']").click();
        page.waitForSelector("h1:has-text('Start: Results')");
        assertThat(page.locator("tbody").textContent()).contains("Sodium").contains("Potassium");
        Visitors.picture(page, "rows-of-a-visit");
        page.click(".page-actions [data-url='/entry/rows']");
        page.waitForSelector("#case-form");
        assertThat(page.locator("h1").textContent()).contains("3");
    }

    private Page subjectPage(String study, String subject) {
        Page page = visitors.signedIn(COORDINATOR);
        page.setViewportSize(1440, 900);
        page.navigate(Running.system().url("/subject/subject.xhtml?study=" + study + "&site=101&subject=" + subject));
        return page;
    }

    private static String participant(String study) {
        return new Rest(Trial.target(), tokens, COORDINATOR)
                .post("/studies/" + study + "/participants?site=101", Map.of())
                .path("subject")
                .asText();
    }

    private static void type(Page page, String item, String text) {
        page.waitForSelector("#case-form");
        page.locator("[data-oid='" + item + "'] input").first().fill(text);
        page.keyboard().press("Tab");
        page.waitForSelector(
                "[data-oid='" + item + "'] .sign[data-sign='stored']",
                new Page.WaitForSelectorOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(PATIENCE_MS));
    }

    private static String file(String name) throws IOException {
        try (InputStream in = AuthorsStudyIT.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
