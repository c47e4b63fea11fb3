package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import org.casebook.it.OneSite;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.runtime.Home;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files on the form page: chosen, dropped, replaced with a reason, taken away, downloaded, refused. */
class AttachmentPageIT {

    private static final String STUDY = "IMAGING~test-files";
    private static final String PLACE = "study=IMAGING~test-files&site=01";
    private static final byte[] REPORT = bytes("%PDF-1.7\nReport of the examination\n%%EOF\n");
    private static final byte[] LATER = bytes("%PDF-1.7\nCorrected\n%%EOF\n");

    private static Rest builder;

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() throws IOException {
        Tokens tokens = new Tokens(Trial.target().issuer());
        builder = new Rest(Trial.target(), tokens, "builder");
        String file = Files.readString(Home.current().root().resolve("edc-it/src/test/resources/studies/imaging.xml"));
        OneSite.open(file, "IMAGING", "test", "files");
    }

    @Test
    void a_file_is_chosen_replaced_downloaded_and_taken_away() throws IOException {
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/capture/case-form.xhtml?" + PLACE + "&form=" + newForm()));
        choose(page, "MRI report März.pdf", REPORT);
        Locator item = page.locator("#item-MRIREP");
        item.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("MRI report März.pdf"))
                .waitFor();
        item.getByText(REPORT.length + " B").waitFor();
        item.locator(".sign[data-sign=stored]").waitFor();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

        Download download =
                page.waitForDownload(() -> item.locator(".attachment-link").click());
        assertThat(download.suggestedFilename()).isEqualTo("MRI report März.pdf");
        assertThat(Files.readAllBytes(download.path())).isEqualTo(REPORT);
        APIResponse answer = page.request()
                .get(Running.system().url(item.locator(".attachment-link").getAttribute("href")));
        assertThat(answer.headers())
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("content-type", "application/pdf");
        assertThat(answer.headers().get("content-disposition")).startsWith("attachment;");
        assertThat(answer.headers().get("content-security-policy")).contains("sandbox");

        drop(page, "corrected.pdf", LATER);
        item.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("corrected.pdf"))
                .waitFor();
        item.locator("summary").getByText("Earlier files (1)").click();
        item.locator(".attachment-earlier").getByText("MRI report März.pdf").waitFor();
        Visitors.picture(page, "attachment");
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        Visitors.picture(page, "attachment-phone");

        item.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take the file away"))
                .click();
        page.locator("#reason-ok").click();
        item.locator("summary").getByText("Earlier files (2)").waitFor();
        assertThat(item.locator(".attachment-link").isVisible()).isFalse();
        page.reload();
        item.locator("summary").getByText("Earlier files (2)").waitFor();
    }

    @Test
    void what_is_refused_says_so_at_the_item_and_the_stored_file_stays() throws IOException {
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/capture/case-form.xhtml?" + PLACE + "&form=" + newForm()));
        choose(page, "report.pdf", REPORT);
        Locator item = page.locator("#item-MRIREP");
        item.locator(".sign[data-sign=stored]").waitFor();
        choose(page, "page.pdf", bytes("<!DOCTYPE html><html><script>alert(1)</script></html>"));
        item.getByText("text/html by its content").waitFor();
        assertThat(item.locator(".attachment-link").textContent()).isEqualTo("report.pdf");

        byte[] large = new byte[1024 * 1024 + 1];
        Arrays.fill(large, (byte) 'a');
        Locator small = page.locator("#item-MRISMALL");
        small.locator("input[type=file]").setInputFiles(new FilePayload("large.png", "image/png", large));
        small.getByText("larger than 1 MB").waitFor();
    }

    @Test
    void a_complete_form_asks_why_a_file_is_replaced() throws IOException {
        long form = newForm();
        builder.put(
                "/studies/" + STUDY + "/forms/" + form + "/items?site=01",
                java.util.List.of(Map.of("key", "date", "item", "MRIDAT", "text", "2026-02-03", "itemRevision", 0)));
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/capture/case-form.xhtml?" + PLACE + "&form=" + form));
        choose(page, "report.pdf", REPORT);
        page.locator("#item-MRIREP .sign[data-sign=stored]").waitFor();
        builder.post("/studies/" + STUDY + "/forms/" + form + "/complete?site=01", null);
        page.reload();
        choose(page, "corrected.pdf", LATER);
        page.locator("#reason-input").fill("The radiologist corrected it");
        page.locator("#reason-ok").click();
        page.locator("#item-MRIREP")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("corrected.pdf"))
                .waitFor();
    }

    @Test
    void a_preview_takes_a_file_as_if_it_were_attached() {
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/study/preview.xhtml?study=" + STUDY + "&form=F.MRI"));
        choose(page, "report.pdf", REPORT);
        page.locator("#item-MRIREP").getByText("report.pdf").waitFor();
        assertThat(page.locator("#item-MRIREP .message").count()).isZero();
    }

    private static void choose(Page page, String name, byte[] content) {
        page.locator("#item-MRIREP input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }

    private static void drop(Page page, String name, byte[] content) {
        page.evaluate("""
                ([name, text]) => {
                  const data = new DataTransfer();
                  data.items.add(new File([text], name));
                  const target = document.querySelector("#item-MRIREP .attachment");
                  target.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
                }""", new Object[] {name, new String(content, StandardCharsets.UTF_8)});
    }

    private static long newForm() throws IOException {
        JsonNode subject = builder.post("/studies/" + STUDY + "/participants?site=01", Map.of());
        return builder.post(
                        "/studies/" + STUDY + "/forms?site=01",
                        Map.of("subject", subject.path("subject").asText(), "event", "SE.1", "form", "F.MRI"))
                .path("header")
                .path("id")
                .asLong();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
