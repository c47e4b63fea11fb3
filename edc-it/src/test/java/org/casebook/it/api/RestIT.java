package org.casebook.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.casebook.it.Accounts;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.runtime.demo.Refused;
import org.casebook.runtime.demo.Rest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The doors of REST: who comes in, what a repeated save does, what a refusal looks like. */
class RestIT {
    private static final String STUDY = "/studies/" + Trial.STUDY;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void nobody_comes_in_without_a_token_and_a_cookie_counts_for_nothing() throws Exception {
        assertThat(get("/api/v1/studies", Map.of()).statusCode()).isEqualTo(401);

        Page page = visitors.tab("coordinator-101");
        page.navigate(Running.system().url("/login?return=/whoami"));
        Visitors.login(page, "coordinator-101");
        assertThat(page.request().get(Running.system().url("/whoami")).status()).isEqualTo(200);
        APIResponse withCookie = page.request().get(Running.system().url("/api/v1/studies"));
        assertThat(withCookie.status()).isEqualTo(401);
    }

    @Test
    void a_token_without_the_right_is_refused_as_a_problem() throws Exception {
        HttpResponse<String> answer = get(
                "/api/v1" + STUDY + "/allocation-lists?site=101",
                Map.of("Authorization", "Bearer " + Accounts.token("monitor")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo("not-allowed");
        assertThat(problem.path("title").asText()).contains("manage allocation").contains("BMMSC/101");

        refused(403, () -> Trial.as("monitor").post(STUDY + "/participants?site=101", null));
        refused(403, () -> Trial.as("sponsor").post(STUDY + "/participants?site=101", null));
    }

    @Test
    void another_site_is_closed_and_its_participants_are_not_there() {
        Rest coordinator = Trial.as("coordinator-102");
        refused(403, () -> coordinator.get(STUDY + "/participants?site=101"));
        refused(403, () -> coordinator.get(STUDY + "/participants"));
        refused(404, () -> coordinator.get(STUDY + "/participants/101-001?site=102"));
        assertThat(coordinator.get(STUDY + "/participants?site=102"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("site").asText()).isEqualTo("102"));
    }

    @Test
    void the_same_key_saves_once() throws Exception {
        Rest coordinator = Trial.as("coordinator-101");
        String subject = coordinator
                .post(STUDY + "/participants?site=101", null)
                .path("subject")
                .asText();
        JsonNode form = coordinator.post(
                STUDY + "/forms?site=101", Map.of("subject", subject, "event", "SE_SCREEN", "form", "DM"));
        long id = form.path("header").path("id").asLong();
        List<Map<String, Object>> entry = List.of(
                Map.of("key", UUID.randomUUID().toString(), "item", "BRTHDAT", "text", "1970-09", "itemRevision", 0));
        String items = STUDY + "/forms/" + id + "/items?site=101";
        JsonNode first = coordinator.put(items, entry);
        JsonNode again = coordinator.put(items, entry);
        assertThat(again).isEqualTo(first);
        assertThat(changes(id, "BRTHDAT")).isEqualTo(1);

        List<Map<String, Object>> stale = List.of(
                Map.of("key", UUID.randomUUID().toString(), "item", "BRTHDAT", "text", "1971", "itemRevision", 0));
        refused(409, () -> coordinator.put(items, stale));
        JsonNode stored = coordinator
                .get(STUDY + "/forms/" + id + "?site=101")
                .path("items")
                .path("BRTHDAT");
        assertThat(stored.path("text").asText()).isEqualTo("1970-09");
        assertThat(origin(id)).isEqualTo("api");
    }

    @Test
    void there_is_no_dataset_before_the_lock_and_the_refusal_names_what_blocks() {
        assertThatThrownBy(() -> Trial.as("sponsor").post(STUDY + "/datasets", null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("study-not-locked")
                .hasMessageContaining("Still in the way of the lock: 101-");
    }

    @Test
    void the_clock_obeys_the_launcher_alone() throws Exception {
        Map<String, String> wrong = Map.of(
                "Authorization", "Bearer " + Accounts.token("coordinator-101"),
                "Casebook-Clock", "2020-01-01T00:00:00Z",
                "Casebook-Clock-Key", "guessed");
        HttpResponse<String> answer = get("/api/v1/studies", wrong);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("clock-not-yours");
    }

    @Test
    void openapi_describes_each_call() throws Exception {
        HttpResponse<String> answer = get("/openapi", Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("/api/v1/studies/{study}/participants")
                .contains("/api/v1/studies/{study}/forms/{id}/items")
                .contains("/api/v1/studies/{study}/datasets")
                .contains("The sites at which the caller holds a grant");
    }

    @Test
    void the_service_account_of_the_demonstration_works() throws Exception {
        HttpResponse<String> answer =
                get("/api/v1/studies", Map.of("Authorization", "Bearer " + Accounts.serviceToken()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("BMMSC");
    }

    @Test
    void a_participant_is_added_once_for_a_key_however_often_and_at_once_it_is_sent() throws Exception {
        Map<String, Object> request = Map.of("key", UUID.randomUUID().toString());
        String path = STUDY + "/participants?site=101";
        long before = Trial.as("coordinator-101").get(path + "&size=1000").size();
        List<CompletableFuture<String>> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> Trial.as("coordinator-101")
                                .post(path, request)
                                .path("subject")
                                .asText()))
                .limit(6)
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(Trial.as("coordinator-101").get(path + "&size=1000")).hasSize((int) before + 1);
        refused(409, () -> Trial.as("investigator-101").post(path, request));
        refused(409, () -> Trial.as("coordinator-102").post(STUDY + "/participants?site=102", request));
        refused(422, () -> Trial.as("coordinator-101").post(path, Map.of("key", "x".repeat(65))));
    }

    @Test
    void a_study_that_is_not_there_is_not_found_by_any_list() {
        Rest builder = Trial.as("builder");
        refused(404, () -> builder.get("/studies/NOSUCH/versions"));
        for (String list :
                List.of("versions", "participants", "queries", "imports", "sites", "forms?subject=101-001")) {
            refused(404, () -> builder.get("/studies/NOSUCH~test/" + list));
        }
        refused(403, () -> Trial.as("coordinator-101").get("/studies/NOSUCH/versions?site=101"));
        assertThatThrownBy(() -> builder.postXml(
                        "/studies/dry-run",
                        Files.readString(Trial.target().studies().resolve("bmmsc-dmso.xml"))
                                .replace("<Study OID=\"BMMSC\"", "<Study OID=\"CASEBOOK.X\"")))
                .hasMessageContaining("kept for exports");
    }

    private static void refused(int status, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.status()).isEqualTo(status));
    }

    private static HttpResponse<String> get(String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(Running.system().url(path)));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static long changes(long form, String item) throws Exception {
        return Long.parseLong(one(
                "select count(*) from edc.audit_entry where form_id = ? and item_oid = '" + item
                        + "' and action = 'item-changed'",
                form));
    }

    private static String origin(long form) throws Exception {
        return one("select string_agg(distinct origin, ',') from edc.audit_entry where form_id = ?", form);
    }

    private static String one(String query, long form) throws Exception {
        try (Connection connection = Running.system().asOwner();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, form);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
