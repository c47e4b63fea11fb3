package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casebook.runtime.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Sends every route of docs/permissions.csv what no page of ours would send, as somebody who may come in. Each answer is a
 * refusal or a page; none is a fault of the server.
 */
class OddInputIT {
    private static final int FIRST_ROLE = 3;
    private static final Set<String> KINDS = Set.of("page", "entry", "api");
    private static final List<String> ACCOUNTS = List.of(
            "coordinator-101",
            "investigator-101",
            "monitor",
            "data-manager",
            "sponsor",
            "pharmacist",
            "builder",
            "inspector",
            "admin",
            "statistician");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "[null]",
            "{",
            "{}",
            "7",
            "{\"form\":1,\"item\":\"A\\u0000\",\"key\":\"k\",\"itemRevision\":0,\"text\":\"a\\u0000b\",\"reason\":\"a\\u0000b\","
                    + "\"subject\":\"\\u0000\",\"event\":\"\\u0000\",\"name\":\"\\u0000\",\"date\":\"2026-01-01\"}",
            "{\"form\":null,\"item\":null,\"key\":null,\"itemRevision\":null,\"text\":null,\"reason\":\"\\u200b\"}");

    private static final List<String> QUERIES = List.of(
            "study=BMMSC&site=101&subject=%00&form=1&item=%00&text=%00&action=%00",
            "study=BMMSC&site=%00",
            "study=%00&site=101",
            "study=BMMSC&site=101&form=x&page=-1&days=x&version=x&from=x&to=9999999-99-99");

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private final List<String> faults = new ArrayList<>();
    private int sent;

    /** One of the doors puts sites on hold. */
    @AfterAll
    static void open() {
        Trial.activateSites();
    }

    @Test
    void no_route_answers_odd_input_with_a_fault_of_the_server() throws IOException {
        List<String[]> lines = Files.readAllLines(Home.current().root().resolve("docs/permissions.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(line -> KINDS.contains(line[0]))
                .toList();
        for (int role = 0; role < ACCOUNTS.size(); role++) {
            int column = FIRST_ROLE + role;
            List<String[]> mine =
                    lines.stream().filter(line -> first(line) == column).toList();
            if (!mine.isEmpty()) {
                walk(ACCOUNTS.get(role), mine);
            }
        }
        Figures.atMost("odd requests answered with a fault of the server", faults.size(), "requests", 0);
        assertThat(sent).isGreaterThan(lines.size() * QUERIES.size() - 1);
        assertThat(faults).as("faults of " + sent).isEmpty();
    }

    /** The column of the first role that may come in. */
    private static int first(String[] line) {
        for (int column = FIRST_ROLE; column < line.length; column++) {
            if (!line[column].equals("-")) {
                return column;
            }
        }
        return -1;
    }

    private void walk(String account, List<String[]> lines) {
        Page page = visitors.signedIn(account);
        String csrf = page.locator("meta[name=casebook-csrf]").getAttribute("content");
        String token = Accounts.token(account);
        for (String[] line : lines) {
            String method = line[1].substring(0, line[1].indexOf(' '));
            RequestOptions options = RequestOptions.create()
                    .setMethod(method)
                    .setMaxRedirects(0)
                    .setHeader("X-CSRF-Token", csrf)
                    .setHeader("Accept", "application/json, text/html");
            if (line[0].equals("api")) {
                options.setHeader("Authorization", "Bearer " + token);
            }
            List<String> bodies = method.equals("GET") ? List.of("") : BODIES;
            for (String body : bodies) {
                for (String query : method.equals("GET") ? QUERIES : QUERIES.subList(0, 1)) {
                    ask(page.request(), line[1], query, body, options);
                }
            }
        }
    }

    private void ask(APIRequestContext caller, String route, String query, String body, RequestOptions options) {
        String path = route.substring(route.indexOf(' ') + 1)
                .replace("{study}", "BMMSC")
                .replace("{subject}", "%00")
                .replace("{event}", "NO_SUCH_EVENT")
                .replace("{item}", "%00")
                .replaceAll("\\{\\w+\\}", "999999999");
        if (!body.isEmpty()) {
            options.setHeader("Content-Type", "application/json").setData(body);
        }
        APIResponse answer = caller.fetch(Running.system().url(path) + "?" + query, options);
        sent++;
        if (answer.status() >= 500) {
            faults.add(route + " ? " + query + " < " + body + ": " + answer.status());
        }
        answer.dispose();
    }
}
