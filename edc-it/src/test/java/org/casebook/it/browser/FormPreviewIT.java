package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.casebook.it.Running;
import org.casebook.it.Visitors;
import org.casebook.runtime.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A builder tries forms of a version that is not released: as at a site, and nothing is stored. */
class FormPreviewIT {

    private static final String STUDY = "FORM-PREVIEW-IT";

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @Test
    void a_form_of_a_draft_judges_hides_and_computes_and_stores_nothing() throws IOException, SQLException {
        Page page = visitors.signedIn("builder");
        String version = load(page);
        long before = records();
        assertThat(before).as("the loading itself is in the trail").isPositive();
        open(page, version, "ODI", "");

        type(page, "ODI1", "nonsense");
        page.waitForSelector("#item-ODI1 .message.severity-HARD");
        for (int i = 1; i <= 10; i++) {
            type(page, "ODI" + i, "2");
        }
        Locator score = page.locator("#item-ODISCORE output");
        page.waitForCondition(() -> score.innerText().equals("40.0"));
        assertThat(page.locator("#item-ODI1 .message").count()).isZero();
        assertThat(page.locator("#form-stored-word").innerText()).contains("nothing is stored");
        Visitors.picture(page, "form-preview");

        page.locator("#item-ODISCORE [data-form-act=side]").click();
        assertThat(page.locator("#side .about:not([hidden])").innerText()).contains("ODISCORE", "count(ODI1");

        page.locator("[data-scratch=clear]").click();
        page.waitForSelector("#case-form[data-ready]");
        assertThat(page.locator("#item-ODISCORE output").innerText()).isEmpty();
        assertThat(records()).isEqualTo(before);
    }

    @Test
    void hidden_items_come_and_go_and_what_was_typed_survives_the_language() throws IOException {
        Page page = visitors.signedIn("builder");
        String version = load(page);
        open(page, version, "DM", "");
        Locator potential = page.locator("#item-CHILDPOT");
        assertThat(potential.isVisible()).isFalse();
        press(page, "SEX", "F");
        potential.waitFor();
        page.locator("a.language[lang=de]").click();
        page.waitForURL("**language=de");
        page.waitForSelector("#case-form[data-ready]");
        assertThat(page.locator("#item-SEX input[value=F]").isChecked()).isTrue();
        assertThat(potential.isVisible()).isTrue();
        press(page, "SEX", "M");
        page.waitForCondition(() -> !potential.isVisible());
    }

    @Test
    void values_from_elsewhere_decide_too_and_completing_names_what_is_missing() throws IOException {
        Page page = visitors.signedIn("builder");
        String version = load(page);
        open(page, version, "IE", "");
        Locator asked = page.locator("[data-elsewhere]");
        assertThat(asked.count()).isPositive();
        page.locator("#complete").click();
        page.locator("#reason-ok").click();
        page.waitForSelector(".message[data-check=MISSING]");
        assertThat(page.url()).contains("/study/preview.xhtml");
    }

    @Test
    void a_site_may_look_and_another_study_may_not() throws IOException {
        String version = load(visitors.signedIn("builder"));
        Page page = visitors.signedIn("coordinator-101");
        assertThat(page.navigate(address(version, "ODI", "")).status()).isEqualTo(404);
        page.navigate(Running.system().url("/home.xhtml"));
        String csrf = page.locator("meta[name=casebook-csrf]").getAttribute("content");
        APIResponse answer = page.request()
                .post(
                        Running.system()
                                .url("/entry/preview/versions/" + version + "/forms/ODI?study=" + STUDY + "~test"),
                        RequestOptions.create().setHeader("X-CSRF-Token", csrf).setData(Map.of("items", List.of())));
        assertThat(answer.status()).isEqualTo(403);
        APIResponse forged = page.request()
                .post(
                        Running.system().url("/entry/preview/versions/1/forms/ODI?study=BMMSC"),
                        RequestOptions.create().setData(Map.of("items", List.of())));
        assertThat(forged.status()).isEqualTo(403);
    }

    private static void open(Page page, String version, String form, String more) {
        assertThat(page.navigate(address(version, form, more)).status()).isEqualTo(200);
        page.waitForSelector("#case-form[data-ready]");
    }

    private static String address(String version, String form, String more) {
        return Running.system()
                .url("/study/preview.xhtml?study=" + STUDY + "~test&version=" + version + "&form=" + form + more);
    }

    private static void type(Page page, String item, String text) {
        Locator field = page.locator("#item-" + item + " input").first();
        field.fill(text);
        field.press("Tab");
    }

    /** Clicks the words beside the box, as people do; the box itself is drawn and not real. */
    private static void press(Page page, String item, String code) {
        String id =
                page.locator("#item-" + item + " input[value='" + code + "']").getAttribute("id");
        page.locator("label[for='" + id + "']").click();
    }

    /** Every form, value, participant and entry of the audit trail that this study has. */
    private static long records() throws SQLException {
        try (Connection reader = Running.system().asOwner();
                PreparedStatement count = reader.prepareStatement(
                        "select (select count(*) from edc.case_form where study = ?) + (select count(*) from edc.subject where study = ?)"
                                + " + (select count(*) from edc.audit_entry where study = ?)")) {
            for (int i = 1; i <= 3; i++) {
                count.setString(i, STUDY + "~test");
            }
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The id of the version of this test's study; loaded at first need, never released. */
    private static String load(Page page) throws IOException {
        page.navigate(Running.system().url("/study/studies.xhtml"));
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(STUDY));
        if (row.count() == 0) {
            String file = Files.readString(Home.current().root().resolve("config/studies/bmmsc-dmso.xml"))
                    .replace("<Study OID=\"BMMSC\"", "<Study OID=\"" + STUDY + "\"");
            page.locator("#study-file")
                    .setInputFiles(
                            new FilePayload("study.xml", "application/xml", file.getBytes(StandardCharsets.UTF_8)));
            page.locator("#study-take").click();
            page.waitForURL("**/study/study.xhtml**");
            page.navigate(Running.system().url("/study/studies.xhtml"));
        }
        return row.locator("a").first().getAttribute("href").replaceAll(".*version=(\\d+).*", "$1");
    }
}
