package org.casebook.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.casebook.it.Accounts;
import org.casebook.it.OneSite;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.runtime.Home;
import org.casebook.runtime.demo.Rest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A file that was chosen and is not stored is named, counted, holds the form up, and is sent again: stored once. */
class FileNotLostIT {
    private static final String STUDY = "IMAGING~test-unsent";
    private static final String PLACE = "study=IMAGING~test-unsent&site=01";
    private static final Pattern UPLOADS = Pattern.compile(".*/attachments\\?.*key=.*");
    /** What a PNG begins with is enough to know it by. */
    private static final String PICTURE = "\u0089PNG\r\n\u001a\n";

    private static final String NAME = "MRI report March.pdf";

    private static Rest builder;

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() throws IOException {
        String file = Files.readString(Home.current().root().resolve("edc-it/src/test/resources/studies/imaging.xml"));
        OneSite.open(file, "IMAGING", "test", "unsent");
        builder = Trial.as("builder");
    }

    @Test
    void a_file_chosen_without_a_line_is_named_counted_and_stored_once_when_the_line_is_back() {
        Page page = newForm();
        page.context().setOffline(true);
        choose(page, "MRIREP", NAME);
        Entries.sign(page, "MRIREP", "failed");
        assertThat(page.locator("#form-stored-word")).hasText("1 not stored");
        assertThat(page.locator("#item-MRIREP .attachment-waiting")).containsText(NAME);
        assertThat(Entries.said(page, "MRIREP")).contains(NAME).contains("It is tried again at");
        page.click("#form-look-button");
        assertThat(page.locator("#form-summary-list")).containsText(NAME);
        Visitors.picture(page, "attachment-unsent");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        page.keyboard().press("Escape");
        page.setViewportSize(390, 844);
        Visitors.picture(page, "attachment-unsent-phone");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();

        page.context().setOffline(false);
        Entries.stored(page, "MRIREP");
        assertThat(page.locator("#form-stored-word")).hasText("Everything is stored");
        assertThat(page.locator("#form-look-button")).isHidden();
        assertThat(page.locator("#item-MRIREP .attachment-waiting")).isHidden();
        assertThat(page.locator("#item-MRIREP .attachment-link")).hasText(NAME);
        storedOnce(page, "MRIREP");
    }

    @Test
    void a_file_whose_answer_was_lost_goes_again_under_its_key_while_others_are_stored() {
        Page page = newForm();
        page.route(UPLOADS, route -> {
            route.fetch();
            route.abort();
        });
        choose(page, "MRIREP", NAME);
        Entries.sign(page, "MRIREP", "failed");
        Entries.type(page, "MRIDAT", "2026-02-03");
        Entries.stored(page, "MRIDAT");
        page.unroute(UPLOADS);
        Entries.stored(page, "MRIREP");
        storedOnce(page, "MRIREP");
    }

    @Test
    void what_is_typed_is_stored_while_a_large_file_is_on_its_way() {
        Page page = newForm();
        List<com.microsoft.playwright.Route> held = new ArrayList<>();
        page.route(UPLOADS, held::add);
        choose(page, "MRIREP", NAME);
        Entries.sign(page, "MRIREP", "storing");
        Entries.type(page, "MRIDAT", "2026-02-03");
        Entries.stored(page, "MRIDAT");
        assertThat(page.locator("#form-stored-word")).not().hasText("Everything is stored");
        page.waitForCondition(() -> !held.isEmpty());
        held.get(0).resume();
        Entries.stored(page, "MRIREP");
        storedOnce(page, "MRIREP");
    }

    @Test
    void an_unsent_file_at_an_optional_item_holds_the_completion_up() {
        Page page = newForm();
        Entries.type(page, "MRIDAT", "2026-02-03");
        Entries.stored(page, "MRIDAT");
        choose(page, "MRIREP", NAME);
        Entries.stored(page, "MRIREP");
        page.route(UPLOADS, route -> route.abort());
        choose(page, "MRISMALL", "slice.png");
        Entries.sign(page, "MRISMALL", "failed");
        page.click("#complete");
        assertThat(page.locator(".toast.bad")).containsText("1 not stored");
        assertThat(page.locator("#reason-dialog")).isHidden();
        // taken back, nothing stands in the way
        page.locator("#item-MRISMALL")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take back"))
                .click();
        assertThat(page.locator("#item-MRISMALL .attachment-waiting")).isHidden();
        assertThat(page.locator("#form-stored-word")).hasText("Everything is stored");
        page.click("#complete");
        assertThat(page.locator("#reason-dialog")).isVisible();
    }

    @Test
    void two_files_that_meet_those_of_somebody_else_are_asked_about_one_after_the_other() {
        Page first = newForm();
        Page second = visitors.signedIn("builder");
        // this window has not heard of what the other one stored
        second.route(Pattern.compile(".*presence.*"), route -> route.abort());
        second.navigate(first.url());
        second.waitForSelector("#case-form");
        choose(first, "MRIREP", "first.pdf");
        Entries.stored(first, "MRIREP");
        choose(first, "MRISMALL", "first.png", PICTURE);
        Entries.stored(first, "MRISMALL");

        choose(second, "MRIREP", "second.pdf");
        choose(second, "MRISMALL", "second.png", PICTURE);
        for (int asked = 0; asked < 2; asked++) {
            second.waitForSelector("#conflict-dialog[open]");
            assertThat(second.locator("#conflict-yours")).containsText("second.");
            second.fill("#conflict-reason", "The newer file");
            String item = second.locator("#conflict-yours").innerText().contains("pdf") ? "MRIREP" : "MRISMALL";
            second.click("#conflict-mine");
            second.locator("#item-" + item + " .attachment-link:has-text('second.')")
                    .waitFor();
        }
        assertThat(second.locator("#form-stored-word")).hasText("Everything is stored");
    }

    @Test
    void leaving_with_an_unsent_file_warns() {
        Page page = newForm();
        page.route(UPLOADS, route -> route.abort());
        Entries.type(page, "MRIDAT", "2026-02-03");
        Entries.stored(page, "MRIDAT");
        choose(page, "MRIREP", NAME);
        Entries.sign(page, "MRIREP", "failed");
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        page.click("#form-stored");
        page.navigate(Running.system().url("/"));
        assertThat(asked).containsExactly("beforeunload");
    }

    @Test
    void a_refused_file_stays_named_until_it_is_taken_back() {
        Page page = newForm();
        choose(page, "MRIREP", "page.pdf", "<!DOCTYPE html><html><script>alert(1)</script></html>");
        page.locator("#item-MRIREP").getByText("text/html by its content").waitFor();
        assertThat(page.locator("#form-stored-word")).hasText("1 not stored");
        assertThat(page.locator("#item-MRIREP [data-form-act=retry]")).isHidden();
        // a file that is taken comes in its place
        choose(page, "MRIREP", NAME);
        Entries.stored(page, "MRIREP");
        assertThat(page.locator("#form-stored-word")).hasText("Everything is stored");
        storedOnce(page, "MRIREP");
    }

    @Test
    void after_a_sign_in_beside_the_page_the_file_is_sent() {
        Page page = newForm();
        chosenAsTheSessionEnded(page);
        Page signIn = page.waitForPopup(() -> page.click("#session-link"));
        signIn.fill("#username", "builder");
        signIn.fill("#password", Accounts.PASSWORD);
        signIn.waitForClose(() -> signIn.click("#kc-login"));
        Entries.stored(page, "MRIREP");
        storedOnce(page, "MRIREP");
    }

    @Test
    void after_a_sign_in_of_another_person_nothing_of_the_file_shows() {
        Page page = newForm();
        String first = page.textContent(".person-name");
        chosenAsTheSessionEnded(page);
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        Page signIn = page.waitForPopup(() -> page.click("#session-link"));
        signIn.fill("#username", "coordinator-101");
        signIn.fill("#password", Accounts.PASSWORD);
        signIn.waitForClose(() -> signIn.click("#kc-login"));
        assertThat(page.locator("body")).not().containsText(first);
        assertThat(page.content()).doesNotContain(NAME);
        assertThat(Entries.kept(page)).doesNotContain(NAME);
        assertThat(asked).isEmpty();
        assertThat(page.locator("#case-form")).hasCount(0);
    }

    /** The line is cut, a file is chosen, the session ends, the line is back. */
    private static void chosenAsTheSessionEnded(Page page) {
        page.route(UPLOADS, route -> route.abort());
        choose(page, "MRIREP", NAME);
        Entries.sign(page, "MRIREP", "failed");
        page.context().clearCookies();
        page.unroute(UPLOADS);
        page.waitForSelector("#session-dialog[open]");
    }

    private static void storedOnce(Page page, String item) {
        assertThat(Entries.trail(page, item)).hasSize(1).first().asString().contains(NAME);
        String form = page.locator("#case-form").getAttribute("data-form");
        assertThat(Entries.texts("select file_name from edc.attachment where form_id = " + Long.parseLong(form)
                        + " and item_oid = '" + item + "'"))
                .containsExactly(NAME);
    }

    private static void choose(Page page, String item, String name) {
        choose(page, item, name, "%PDF-1.7\nReport of the examination\n%%EOF\n");
    }

    private static void choose(Page page, String item, String name, String content) {
        page.locator("#item-" + item + " input[type=file]")
                .setInputFiles(new FilePayload(
                        name, "application/octet-stream", content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private Page newForm() {
        JsonNode subject = builder.post("/studies/" + STUDY + "/participants?site=01", Map.of());
        Map<String, String> seat =
                Map.of("subject", subject.path("subject").asText(), "event", "SE.1", "form", "F.MRI");
        long form = builder.post("/studies/" + STUDY + "/forms?site=01", seat)
                .path("header")
                .path("id")
                .asLong();
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/capture/case-form.xhtml?" + PLACE + "&form=" + form));
        return page;
    }
}
