package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebook.it.OneSite;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.it.Zip;
import org.casebook.runtime.Home;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links between rows on the form page: searched, chosen, followed there and back, struck through once the row is deleted; and exported. */
class RowLinksPageIT {

    private static final String STUDY = "BMMSC~test-links";
    private static final String PLACE = "study=BMMSC~test-links&site=01";

    private static Tokens tokens;
    private static Rest builder;

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() throws IOException {
        tokens = new Tokens(Trial.target().issuer());
        builder = new Rest(Trial.target(), tokens, "builder");
        String file = Files.readString(Home.current().root().resolve("config/studies/bmmsc-dmso.xml"));
        OneSite.open(file, "BMMSC", "test", "links");
    }

    @Test
    void a_medication_is_linked_to_events_and_back_and_a_deleted_event_is_struck_through() throws Exception {
        String subject = builder.post("/studies/" + STUDY + "/participants?site=01", Map.of())
                .path("subject")
                .asText();
        long headache = row(subject, "AE", "AETERM", "Headache");
        long nausea = row(subject, "AE", "AETERM", "Nausea");
        long medication = row(subject, "CM", "CMTRT", "Ibuprofen");
        Page page = visitors.signedIn("builder");
        open(page, medication);
        Locator item = page.locator("#item-CMAENO");
        item.getByRole(AriaRole.SEARCHBOX).fill("naus");
        assertThat(item.locator(".choice:visible").allTextContents()).containsExactly("AE 2 – Nausea");
        item.getByRole(AriaRole.SEARCHBOX).fill("");
        choose(item, "AE 1 – Headache");
        choose(item, "AE 2 – Nausea");
        Entries.stored(page, "CMAENO");
        page.waitForCondition(() -> Entries.trail(page, "CMAENO").size() == 2);
        assertThat(Entries.trail(page, "CMAENO"))
                .last()
                .isEqualTo("AE 1 – Headache #" + headache + "; AE 2 – Nausea #" + nausea);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        Visitors.picture(page, "row-links");
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        Visitors.picture(page, "row-links-phone");
        page.setViewportSize(1440, 900);

        page.waitForNavigation(() -> link(item, "AE 1 – Headache").click());
        page.waitForSelector("#opened #case-form");
        assertThat(page.locator(".linked-from a").allTextContents()).containsExactly("CM 1 – Ibuprofen");
        page.waitForNavigation(() -> page.locator(".linked-from a").click());
        page.waitForSelector("#opened #case-form");
        assertThat(page.locator("tr[aria-current] [data-item=CMTRT]").textContent())
                .isEqualTo("Ibuprofen");

        builder.post("/studies/" + STUDY + "/forms/" + headache + "/void?site=01", Map.of("reason", "Twice"));
        open(page, medication);
        assertThat(item.locator(".row-links-chosen .deleted a").textContent()).isEqualTo("AE 1 – Headache");
        assertThat(item.locator(".message[data-check=UNRESOLVED_LINK]").count()).isEqualTo(1);
        assertThat(Entries.said(page, "CMAENO")).contains("was deleted");
        Visitors.picture(page, "row-link-deleted");
        exported(subject, medication, headache, nausea);

        item.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take away the link to AE 1 – Headache"))
                .click();
        item.locator(".message[data-check=UNRESOLVED_LINK]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(item.locator(".row-links-chosen a").allTextContents()).containsExactly("AE 2 – Nausea");
    }

    @Test
    void a_preview_and_a_reader_see_a_link_without_choices() {
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/study/preview.xhtml?study=" + STUDY + "&form=CM"));
        page.locator("#item-CMAENO").getByText("There is no row to link to yet").waitFor();
    }

    /** The link to the deleted row is no part of the dataset. */
    private static void exported(String subject, long medication, long headache, long nausea) throws Exception {
        String datasets = "/studies/" + STUDY + "/datasets";
        long id = builder.post(datasets, null).path("id").asLong();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Running.system().url("/api/v1" + datasets + "/" + id + "/zip")))
                .header("Authorization", "Bearer " + tokens.of("builder"))
                .build();
        Zip zip = new Zip(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body());
        List<NamedCsvRecord> relations = zip.table("relations.csv");
        assertThat(relations)
                .singleElement()
                .satisfies(line -> assertThat(List.of(
                                line.getField("subject"),
                                line.getField("from_id"),
                                line.getField("from_form"),
                                line.getField("from_row"),
                                line.getField("item"),
                                line.getField("to_id"),
                                line.getField("to_form"),
                                line.getField("to_row")))
                        .containsExactly(subject, "" + medication, "CM", "1", "CMAENO", "" + nausea, "AE", "2"));
        assertThat(zip.table("forms/CM.csv"))
                .extracting(line -> line.getField("CMAENO"))
                .containsExactly("" + nausea);
        assertThat(Zip.values(zip.xml("odm/snapshot.xml")).values()).contains("" + nausea);
        assertThat(zip.text("odm/history.xml")).contains("Value=\"" + headache + "," + nausea + "\"");
    }

    private static void choose(Locator item, String title) {
        item.getByLabel(title, new Locator.GetByLabelOptions().setExact(true)).check();
        link(item, title).waitFor();
    }

    private static Locator link(Locator item, String title) {
        return item.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title));
    }

    private static void open(Page page, long form) {
        page.navigate(Running.system().url("/capture/case-form.xhtml?" + PLACE + "&form=" + form));
        page.waitForSelector("#case-form");
    }

    private static long row(String subject, String form, String item, String text) {
        long row = builder.post("/studies/" + STUDY + "/forms?site=01", Map.of("subject", subject, "form", form))
                .path("header")
                .path("id")
                .asLong();
        builder.put(
                "/studies/" + STUDY + "/forms/" + row + "/items?site=01",
                List.of(Map.of("key", UUID.randomUUID().toString(), "item", item, "text", text, "itemRevision", 0)));
        return row;
    }
}
