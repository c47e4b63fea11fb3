package org.casebook.it.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.runtime.Home;
import org.casebook.runtime.demo.DemoTrial;
import org.casebook.runtime.demo.Refused;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An item tells the treatment, and the second version of the study marks it so: from then on no door shows its value to the
 * blinded, nor what is made of it, whoever typed it before. The doors are those of docs/permissions.csv, so that a new one is
 * walked through too.
 */
class BlindedItemsIT {
    private static final String OID = "BLINDED";
    private static final String STUDY = "/studies/" + OID;
    private static final String AT_101 = "?study=" + OID + "&site=101";
    /** Stands in each value that must not be seen, and nowhere in the study file. */
    private static final String SECRET = "4711";
    /** What checks say that look at the secret. */
    private static final List<String> SAYINGS = List.of("people weigh less", "There is no such vial");

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private static Tokens tokens;
    private static String first;
    private static String subject;
    private static long dose;
    private static long vials;
    private static JsonNode complete;

    @BeforeAll
    static void typeThenMark() throws IOException, InterruptedException {
        Trial.load();
        tokens = new OwnStudy(OID).open(file(""));
        first = as("builder").get(STUDY + "/versions").path(0).path("id").asText();
        Rest coordinator = as("coordinator-101");
        subject = coordinator
                .post(STUDY + "/participants?site=101", null)
                .path("subject")
                .asText();
        coordinator.put(
                STUDY + "/participants/" + subject + "/visits/SE.1/date?site=101", Map.of("date", "2026-01-05"));
        vials = started(coordinator, Map.of("subject", subject, "form", "F.VIALS"));
        type(coordinator, vials, "ROWVIAL", "row-" + SECRET);
        type(coordinator, vials, "ROWNOTE", "seen by all");
        dose = started(coordinator, Map.of("subject", subject, "event", "SE.1", "form", "F.DOSE"));
        type(coordinator, dose, "WEIGHT", "70");
        JsonNode answer = type(coordinator, dose, "VIAL", "secret-" + SECRET);
        assertThat(answer.toString())
                .as("seen while nothing is marked")
                .contains("secret-" + SECRET, "label of secret-" + SECRET + "-again")
                .contains(SAYINGS);
        type(coordinator, dose, "WHY", "because-" + SECRET);
        as("monitor")
                .post(
                        STUDY + "/queries?site=101",
                        Map.of("formId", dose, "item", "VIAL", "text", "Is it really " + SECRET + "?"));
        assertThat(as("monitor").get(STUDY + "/queries?site=101").toString()).contains(SECRET);

        long second = as("builder")
                .postXml("/studies", file("cb:Blinded=\"Yes\"").replace("OID=\"BLINDED.1\"", "OID=\"BLINDED.2\""))
                .path("id")
                .asLong();
        DemoTrial.release(Trial.target(), OID, String.valueOf(second), null);
        type(coordinator, dose, "WEIGHT", "71");
        complete = coordinator.post(STUDY + "/forms/" + dose + "/complete?site=101", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator-101", "investigator-101", "monitor", "data-manager", "sponsor", "pharmacist"})
    void no_door_shows_what_tells_the_treatment(String account) throws IOException {
        Page page = visitors.signedIn(account);
        Map<String, String> leaks = new TreeMap<>();
        int open = 0;
        for (String line : Files.readAllLines(Home.current().root().resolve("docs/permissions.csv"))) {
            String[] cells = line.split(",");
            if (cells.length < 3 || !cells[1].startsWith("GET ") || cells[0].equals("open")) {
                continue;
            }
            String answer = cells[0].equals("api") ? rest(account, cells[1]) : opened(page, cells[1]);
            open += answer == null ? 0 : 1;
            if (answer != null
                    && (answer.contains(SECRET)
                            || isOfData(cells) && SAYINGS.stream().anyMatch(answer::contains))) {
                leaks.put(cells[0] + " " + cells[1], answer);
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(open).as("doors that opened").isGreaterThan(account.equals("pharmacist") ? 8 : 25);
    }

    @Test
    void the_form_is_as_if_the_item_were_not_there() {
        Page page = visitors.signedIn("coordinator-101");
        page.navigate(Running.system().url("/capture/case-form.xhtml" + AT_101 + "&form=" + dose));
        page.locator("[data-oid='WEIGHT']").waitFor();
        for (String hidden : List.of("VIAL", "LABEL", "TEXT2", "WHY")) {
            assertThat(page.locator("[data-oid='" + hidden + "']").count()).isZero();
        }
        assertThat(complete.path("state").asText())
                .as("what nobody here may see keeps no form open")
                .isEqualTo("COMPLETE");
        Rest coordinator = as("coordinator-101");
        JsonNode form = coordinator.get(STUDY + "/forms/" + dose + "?site=101");
        assertThat(form.path("items").size()).isEqualTo(1);
        String unknown = refusal(() -> type(coordinator, dose, "NOSUCH", "x"));
        assertThat(refusal(() -> type(coordinator, dose, "VIAL", "x"))).isEqualTo(unknown.replace("NOSUCH", "VIAL"));
        assertThat(coordinator.get(STUDY + "/forms/" + dose + "/items/VIAL/history?site=101"))
                .isEmpty();
        assertThat(coordinator.get(STUDY + "/forms/" + dose + "/items/WEIGHT/history?site=101"))
                .isNotEmpty();
        assertThat(as("monitor").get(STUDY + "/queries?site=101")).isEmpty();
        String raised = refusal(() -> as("monitor")
                .post(STUDY + "/queries?site=101", Map.of("formId", dose, "item", "VIAL", "text", "Which?")));
        assertThat(raised).contains("VIAL");
    }

    @Test
    void an_expression_sees_of_a_participant_what_the_person_sees() {
        Page page = visitors.signedIn("coordinator-101");
        page.navigate(Running.system().url("/study/expressions.xhtml" + AT_101 + "&version=" + first));
        assertThat(page.locator("#expression-participant").count()).isOne();
        assertThat(tried(page, "101", subject, "WEIGHT + 1").text()).contains("72");
        for (String text : List.of("VIAL", "LABEL", "WHY", "rows.F_VIALS.exists(r, r.ROWVIAL.startsWith('row'))")) {
            assertThat(tried(page, "101", subject, text).text())
                    .as(text)
                    .contains("not known")
                    .doesNotContain(SECRET);
        }
        Visitors.picture(page, "expression-coordinator");

        Page elsewhere = visitors.signedIn("coordinator-102");
        elsewhere.navigate(
                Running.system().url("/study/expressions.xhtml?study=" + OID + "&site=102&version=" + first));
        assertThat(tried(elsewhere, "101", subject, "WEIGHT").status()).isEqualTo(403);
        APIResponse other = tried(elsewhere, "102", subject, "WEIGHT");
        APIResponse nobody = tried(elsewhere, "102", "101-999", "WEIGHT");
        assertThat(other.status()).isEqualTo(404);
        assertThat(unnumbered(other.text())).isEqualTo(unnumbered(nobody.text()).replace("101-999", subject));

        Page pharmacist = visitors.signedIn("pharmacist");
        pharmacist.navigate(Running.system().url("/study/expressions.xhtml?study=" + OID + "&version=" + first));
        assertThat(pharmacist.locator("#expression-participant").count()).isZero();
        assertThat(tried(pharmacist, "101", subject, "WEIGHT").status()).isEqualTo(403);
    }

    @Test
    void a_form_under_a_condition_keeps_the_lock_open_where_it_is_collected() {
        Page page = visitors.signedIn("data-manager");
        page.navigate(Running.system().url("/signature/lock.xhtml?study=" + OID));
        page.waitForSelector("h1");
        assertThat(page.locator("main").textContent())
                .contains("form “Heavy people” of visit “Treatment” was not started")
                .doesNotContain("Light people");
        Page coordinator = visitors.signedIn("coordinator-101");
        coordinator.navigate(Running.system().url("/home.xhtml" + AT_101));
        assertThat(coordinator.locator("main").textContent())
                .contains("Heavy people")
                .doesNotContain("Light people");
    }

    private static APIResponse tried(Page page, String site, String key, String text) {
        return page.request()
                .fetch(
                        Running.system().url("/entry/expressions/participant?study=" + OID + "&site=" + site),
                        RequestOptions.create()
                                .setMethod("POST")
                                .setHeader(
                                        "X-CSRF-Token",
                                        page.locator("meta[name=casebook-csrf]").getAttribute("content"))
                                .setHeader("Content-Type", "application/json")
                                .setData(Map.of(
                                        "version", first, "form", "F.DOSE", "text", text, "subject", key, "event",
                                        "SE.1")));
    }

    /** Whether the door is about data: the study's design may tell what its checks say. */
    private static boolean isOfData(String[] cells) {
        return !cells[2].equals("VIEW_STUDY") && !cells[2].equals("LOAD_STUDY");
    }

    /** @return null when the door stays shut */
    private static String rest(String account, String door) {
        try {
            return as(account)
                    .get(filled(door.substring("GET /api/v1".length())) + "?site=101&subject=" + subject)
                    .toString();
        } catch (RuntimeException shut) {
            return null;
        }
    }

    /** @return null when the door stays shut */
    private static String opened(Page page, String door) {
        String more = AT_101 + "&subject=" + subject + "&version=" + first;
        StringBuilder all = new StringBuilder();
        for (String form : List.of("&form=" + dose, "&form=F.VIALS", "&form=F.DOSE", "&state=all")) {
            APIResponse answer =
                    page.request().get(Running.system().url(filled(door.substring("GET ".length())) + more + form));
            all.append(answer.ok() ? answer.text() : "");
        }
        return all.isEmpty() ? null : all.toString();
    }

    private static String filled(String path) {
        return path.replace("{study}", OID)
                .replace("{subject}", subject)
                .replace("{event}", "SE.1")
                .replace("{version}", first)
                .replace("{number}", "101")
                .replace("{form}", String.valueOf(dose))
                .replace("{id}", String.valueOf(dose))
                .replace("{item}", "VIAL");
    }

    private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        StringBuilder said = new StringBuilder();
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(404);
            said.append(unnumbered(refused.getMessage()));
        });
        return said.toString();
    }

    /** Each answer has a number of its own. */
    private static String unnumbered(String answer) {
        return answer.replaceAll("\"request\":\"[^\"]*\"", "");
    }

    private static long started(Rest coordinator, Map<String, Object> seat) {
        return coordinator
                .post(STUDY + "/forms?site=101", seat)
                .path("header")
                .path("id")
                .asLong();
    }

    private static JsonNode type(Rest coordinator, long form, String item, String text) {
        JsonNode held = coordinator
                .get(STUDY + "/forms/" + form + "?site=101")
                .path("items")
                .path(item);
        return coordinator.put(
                STUDY + "/forms/" + form + "/items?site=101",
                List.of(Map.of(
                        "key",
                        UUID.randomUUID().toString(),
                        "item",
                        item,
                        "text",
                        text,
                        "itemRevision",
                        held.path("revision").asLong(),
                        "reason",
                        "As the source says.")));
    }

    private static Rest as(String account) {
        return new Rest(Trial.target(), tokens, account);
    }

    private static String file(String mark) throws IOException {
        try (InputStream in = BlindedItemsIT.class.getResourceAsStream("/studies/blinded.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("BLIND=\"\"", mark);
        }
    }
}
