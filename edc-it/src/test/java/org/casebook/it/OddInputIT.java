package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Sends every route of docs/permissions.csv what no page of ours would send, as somebody who may come in. Each answer is a
 * refusal or a page; none is a fault of the server.
 */
class OddInputIT {
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
        List<Route> routes = Route.all();
        for (String account : Route.ACCOUNTS) {
            List<Route> mine =
                    routes.stream().filter(route -> route.opensFirstTo(account)).toList();
            if (!mine.isEmpty()) {
                walk(account, mine);
            }
        }
        Figures.atMost("odd requests answered with a fault of the server", faults.size(), "requests", 0);
        assertThat(sent).isGreaterThan(routes.size() * QUERIES.size() - 1);
        assertThat(faults).as("faults of " + sent).isEmpty();
    }

    private void walk(String account, List<Route> routes) {
        Page page = visitors.signedIn(account);
        String csrf = page.locator("meta[name=casebook-csrf]").getAttribute("content");
        String token = Accounts.token(account);
        for (Route route : routes) {
            RequestOptions options = RequestOptions.create()
                    .setMethod(route.method())
                    .setMaxRedirects(0)
                    .setHeader("X-CSRF-Token", csrf)
                    .setHeader("Accept", "application/json, text/html");
            if (route.isApi()) {
                options.setHeader("Authorization", "Bearer " + token);
            }
            List<String> bodies = route.reads() ? List.of("") : BODIES;
            for (String body : bodies) {
                for (String query : route.reads() ? QUERIES : QUERIES.subList(0, 1)) {
                    ask(page.request(), route, query, body, options);
                }
            }
        }
    }

    private void ask(APIRequestContext caller, Route route, String query, String body, RequestOptions options) {
        String path = route.path()
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
            faults.add(route.address() + " ? " + query + " < " + body + ": " + answer.status());
        }
        answer.dispose();
    }
}
