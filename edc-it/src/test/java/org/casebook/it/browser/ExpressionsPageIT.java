package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A study builder tries expressions: faults while typing, values, parts and results; never a participant of production. */
class ExpressionsPageIT {

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void a_builder_sees_faults_while_typing_and_why_a_result_is_what_it_is() {
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/study/study.xhtml?study=BMMSC"));
        page.locator(".study-tabs").getByText("Expressions").click();
        page.waitForURL("**/study/expressions.xhtml**");
        page.locator("#expression-form").selectOption("PAIN");

        page.locator("#expression-text").fill("NRSBACK >= previous.PAIN.NRSBAC");
        page.locator("#expression-faults li").waitFor();
        assertThat(page.locator("#expression-faults").innerText())
                .contains("1:12")
                .contains("The form PAIN has no item “NRSBAC”");
        assertThat(page.locator("#expression-faults mark").innerText()).isEqualTo("previous.PAIN.NRSBAC");
        Visitors.picture(page, "expression-faulty");

        page.locator("#expression-text").fill("NRSBACK - previous.PAIN.NRSBACK >= 2 || rows.AE.exists(r, r.AESER)");
        page.locator("#expression-names [data-name='rows.AE.AESER']").waitFor();
        page.locator("[data-name='NRSBACK']").fill("7");
        page.locator("[data-name='previous.PAIN.NRSBACK']").fill("6");
        page.locator("#expression-values button").click();
        page.locator("#expression-result:not([hidden])").waitFor();
        assertThat(page.locator("#expression-gives").innerText()).isEqualTo("It gives false.");
        assertThat(page.locator("#expression-steps").innerText())
                .contains("NRSBACK - previous.PAIN.NRSBACK")
                .containsPattern("previous\\.PAIN\\.NRSBACK\\s+6");

        page.locator("[data-name='previous.PAIN.NRSBACK']").fill("");
        page.locator("#expression-values button").click();
        page.getByText("It is not known from these values.").waitFor();
        page.locator("[data-name='NRSBACK']").fill("seven");
        page.locator("#expression-values button").click();
        page.locator(".toast.bad").waitFor();
        assertThat(page.locator(".toast.bad").innerText()).contains("NRSBACK").contains("is not a number");
        Visitors.picture(page, "expression-tried");
    }

    @Test
    void nobody_builds_on_participants_of_production() {
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/study/expressions.xhtml?study=BMMSC"));
        assertThat(page.locator("#expression-participant").count()).isZero();
        String version = page.locator("#expression").getAttribute("data-version");
        String csrf = page.locator("meta[name=casebook-csrf]").getAttribute("content");
        APIResponse answer = page.request()
                .fetch(
                        Running.system().url("/entry/expressions/participant?study=BMMSC&site=101"),
                        RequestOptions.create()
                                .setMethod("POST")
                                .setHeader("X-CSRF-Token", csrf)
                                .setHeader("Content-Type", "application/json")
                                .setData(Map.of(
                                        "version",
                                        version,
                                        "form",
                                        "",
                                        "text",
                                        "DM.SEX == 'F'",
                                        "subject",
                                        "101-001")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).doesNotContain("101-001").doesNotContain("\"F\"");
    }
}
