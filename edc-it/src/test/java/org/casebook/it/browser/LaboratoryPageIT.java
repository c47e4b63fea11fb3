package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
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

/** Laboratory values on the form, their ranges on their page and by REST, and both in the dataset. */
class LaboratoryPageIT {

    /** Another with each run, so that a demonstration that runs can be tested again. */
    private static final String COPY = "page" + Long.toString(System.nanoTime(), 36);

    private static final String OID = "LABS~test-" + COPY;
    private static final String STUDY = "/studies/" + OID;
    private static final String PLACE = "study=" + OID + "&site=01";
    private static final String HEAD = "laboratory,analyte,unit,low,high,sex,age_from,age_to,age_unit,from,to\r\n";

    private static Tokens tokens;
    private static Rest builder;

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() throws IOException {
        tokens = new Tokens(Trial.target().issuer());
        builder = new Rest(Trial.target(), tokens, "builder");
        String file =
                Files.readString(Home.current().root().resolve("edc-it/src/test/resources/studies/laboratory.xml"));
        OneSite.open(file, "LABS", "test", COPY);
        builder.post(STUDY + "/laboratories", Map.of("code", "CENTRAL", "name", "Central laboratory"));
        builder.post(STUDY + "/laboratories", Map.of("code", "LATE", "name", "Late laboratory"));
        builder.post(
                STUDY + "/laboratories/ranges",
                Map.of(
                        "laboratory",
                        "CENTRAL",
                        "analyte",
                        "HGB",
                        "unit",
                        "g/dL",
                        "low",
                        "12",
                        "high",
                        "16",
                        "from",
                        "2024-01-01"));
    }

    @Test
    void what_a_value_was_judged_by_stands_below_it_in_the_readers_language() throws Exception {
        long form = form("CENTRAL");
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/capture/case-form.xhtml?" + PLACE + "&form=" + form));
        Locator below = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Haemoglobin"));
        Entries.type(page, "HGB", "11.9");
        page.locator("#item-HGB .unit-choice").selectOption("U.GDL");
        page.locator("#item-HGB_IND output[data-value=LOW]").waitFor();
        assertThat(page.locator("#item-HGB_IND output").textContent()).isEqualTo("Low");
        assertThat(page.locator("#item-HGB_RANGE output").textContent())
                .isEqualTo("12–16 g/dL, Central laboratory, all ages, from 2024-01-01");
        assertThat(below.locator("#item-HGB_SIG, #item-HGB_COM, #item-HGB_RANGE")
                        .count())
                .as("part of the value, no rows of their own")
                .isEqualTo(3);
        below.locator("#item-HGB_SIG label").getByText("Yes").click();
        Entries.stored(page, "HGB_SIG");
        below.locator("summary").click();
        assertThat(page.locator("#item-HGB_LO output").textContent()).isEqualTo("120");
        for (int width : new int[] {1440, 390}) {
            page.setViewportSize(width, 844);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
            Visitors.picture(page, "laboratory-" + width);
        }
        page.context()
                .addCookies(List.of(new Cookie("casebook-language", "de")
                        .setUrl(Running.system().url("/"))));
        page.reload();
        assertThat(page.locator("#item-HGB_RANGE output").textContent())
                .isEqualTo("12–16 g/dL, Central laboratory, jedes Alter, ab 2024-01-01");

        var row = dataset().table("forms/LB.csv").stream()
                .filter(one -> one.getField("LBORRES_HGB").equals("11.9"))
                .findFirst()
                .orElseThrow();
        assertThat(row.getField("LBORRES_HGB_unit")).isEqualTo("g/dL");
        assertThat(row.getField("LBORNRLO_HGB")).as("in the unit of the value").isEqualTo("12");
        assertThat(row.getField("LBORNRHI_HGB")).isEqualTo("16");
        assertThat(row.getField("LBORNRHI_HGB_unit")).isEqualTo("g/dL");
        assertThat(row.getField("LBORNRHI_HGB_standard")).isEqualTo("160");
    }

    @Test
    void ranges_that_came_late_are_looked_up_again_once_it_is_known_what_would_change() throws Exception {
        long form = form("LATE");
        type(form, "HGB", "119");
        assertThat(value(form, "HGB_IND")).isNull();
        assertThat(value(form, "HGB_RANGE")).startsWith("no range");
        JsonNode range = builder.post(
                STUDY + "/laboratories/ranges",
                Map.of("laboratory", "LATE", "analyte", "HGB", "unit", "g/L", "low", "120", "from", "2024-01-01"));
        assertThat(value(form, "HGB_IND")).as("nothing changes by itself").isNull();

        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/laboratory/ranges.xhtml?" + PLACE));
        page.locator("#ranges-again").click();
        Locator dialog = page.locator("#reason-dialog[open]");
        dialog.getByText("1 values on 1 forms would get a range").waitFor();
        assertThat(value(form, "HGB_IND")).as("counted, not changed").isNull();
        page.locator("#reason-input").fill("The laboratory sent its ranges late");
        page.locator("#reason-ok").click();
        page.getByText("1 values on 1 forms have a range now").waitFor();
        assertThat(value(form, "HGB_IND")).isEqualTo("LOW");
        assertThat(Entries.texts("select reason from edc.audit_entry where form_id = " + form
                        + " and reason = 'The laboratory sent its ranges late'"))
                .as("the change of the form says why")
                .isNotEmpty();
        assertThat(Entries.texts("select new_value from edc.audit_entry where study = '" + OID
                        + "' and action = 'ranges-looked-up'"))
                .containsExactly("values: 1, forms: 1");
        assertThat(builder.get(STUDY + "/laboratories/ranges/again")
                        .path("values")
                        .asInt())
                .isZero();

        JsonNode ended = builder.post(
                STUDY + "/laboratories/ranges/" + range.path("id").asLong() + "/end",
                Map.of("last", "2025-12-31", "reason", "New assay"));
        assertThat(ended.path("to").asText()).isEqualTo("2025-12-31");
        assertThat(value(form, "HGB_IND")).as("what was judged stays").isEqualTo("LOW");
    }

    @Test
    void a_file_of_ranges_goes_out_and_comes_in_whole_or_with_its_faults_by_line() throws Exception {
        String out = csv("GET", "", null, 200);
        assertThat(out).startsWith(HEAD).contains("CENTRAL,HGB,g/dL,12,16,,,,,2024-01-01,");
        assertThat(csv("POST", "", out, 200)).contains("\"added\":0");
        String faulty = HEAD + "CENTRAL,HGB,g/L,9,8,M,,,,2020-01-01,2020-12-31\r\nNOPE,HGB,g/L,1,2,,,,,2020-01-01,\r\n";
        assertThat(csv("POST", "/dry-run", faulty, 200)).contains("\"line\":2", "\"line\":3", "\"taken\":false");
        assertThat(csv("POST", "", faulty, 422)).contains("is above the high one", "\"taken\":false");
        assertThat(csv("POST", "", HEAD + "CENTRAL,HGB,g/L,100,110,F,0,1,,2010-01-01,2010-12-31\r\n", 200))
                .contains("\"added\":1");
    }

    private static String csv(String method, String more, String body, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Running.system().url("/api/v1" + STUDY + "/laboratories/ranges/file" + more)))
                .header("Authorization", "Bearer " + tokens.of("builder"))
                .header("Content-Type", "text/csv")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static Zip dataset() throws Exception {
        long id = builder.post(STUDY + "/datasets", null).path("id").asLong();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Running.system().url("/api/v1" + STUDY + "/datasets/" + id + "/zip")))
                .header("Authorization", "Bearer " + tokens.of("builder"))
                .build();
        return new Zip(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body());
    }

    private static long form(String laboratory) {
        String subject = builder.post(STUDY + "/participants?site=01", null)
                .path("subject")
                .asText();
        long form = builder.post(STUDY + "/forms?site=01", Map.of("subject", subject, "event", "SE.1", "form", "LB"))
                .path("header")
                .path("id")
                .asLong();
        type(form, "LBNAM", laboratory);
        type(form, "LBDAT", "2024-05-02");
        return form;
    }

    private static void type(long form, String item, String text) {
        builder.put(
                STUDY + "/forms/" + form + "/items?site=01",
                List.of(Map.of("key", item + text, "item", item, "text", text, "itemRevision", 0)));
    }

    private static String value(long form, String item) {
        JsonNode value = builder.get(STUDY + "/forms/" + form + "?site=01")
                .path("items")
                .path(item)
                .path("value");
        return value.isNull() || value.isMissingNode() ? null : value.asText();
    }
}
