package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebook.kernel.Permission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Walks every route of docs/permissions.csv over HTTP with the demonstration accounts, at the own site, another site, the
 * whole study, another study and a test copy. Whoever may come in is not turned away (401, 403); whoever may not is refused (403) or
 * finds nothing (404). Records that do not exist are asked for, so that nothing is changed.
 */
class RoutesIT {
    private static final int NOT_FOUND = 404;

    /** Told of an address behind which there is nothing at all; wrong for everybody. */
    private static final int NO_SUCH_ROUTE = 599;

    private static final String STUDY = "BMMSC";
    private static final String NOTHING = "999999999";
    private static final Set<String> FILES = Set.of(
            "POST /api/v1/studies",
            "POST /api/v1/studies/dry-run",
            "POST /api/v1/test-runs",
            "POST /api/v1/studies/{study}/imports");
    private static final String BYTES = "/attachments";

    /** Says enough for every endpoint to come to its door, and names nothing that is there. */
    private static final Map<String, Object> BODY = Map.ofEntries(
            Map.entry("form", NOTHING),
            Map.entry("form-" + NOTHING, "1"),
            Map.entry("meaning", "REVIEW"),
            Map.entry("item", "NO_SUCH_ITEM"),
            Map.entry("key", "routes-it"),
            Map.entry("itemRevision", 0),
            Map.entry("text", "x"),
            Map.entry("reason", "x"),
            Map.entry("subject", "000-000"),
            Map.entry("event", "NO_SUCH_EVENT"),
            Map.entry("date", "2026-01-01"),
            Map.entry("status", "WITHDRAWN"),
            Map.entry("name", "x"),
            Map.entry("content", "eA=="),
            Map.entry("username", "coordinator-101"),
            Map.entry("givenName", "Ines"),
            Map.entry("familyName", "Coda"),
            Map.entry("email", "coordinator-101@demonstration.invalid"),
            Map.entry("organisation", "Site 101"),
            Map.entry("place", "/studies/NO-STUDY-OF-OURS/101"),
            Map.entry("role", "coordinator"),
            Map.entry("slots", "0"),
            Map.entry("version", NOTHING));

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private final List<String> wrong = new ArrayList<>();
    private int checked;

    /** A place that is asked for. */
    private enum Where {
        OWN_SITE(STUDY, "101"),
        OTHER_SITE(STUDY, "102"),
        WHOLE_STUDY(STUDY, null),
        OTHER_STUDY("NO-STUDY-OF-OURS", "101"),
        TEST_COPY(STUDY + "~test", "101");

        private final String study;
        private final String site;

        Where(String study, String site) {
            this.study = study;
            this.site = site;
        }

        boolean reachedBy(String reach) {
            return switch (reach) {
                case "site" -> this == OWN_SITE;
                case "study" -> this != OTHER_STUDY && this != TEST_COPY;
                case "system", "yes" -> true;
                default -> false;
            };
        }
    }

    /** Before a study is loaded some doors have nothing behind them. */
    @BeforeAll
    static void load() {
        Trial.load();
    }

    /** One of the doors puts sites on hold. */
    @AfterAll
    static void open() {
        Trial.activateSites();
    }

    @Test
    void every_route_lets_in_whom_it_should_and_nobody_else() throws IOException {
        List<Route> routes = Route.all();
        for (String account : Route.ACCOUNTS) {
            walk(account, routes);
        }
        Figures.add("routes held against the permissions", checked, "requests", "all", checked > 1000);
        Figures.atMost("routes that let in or turn away wrongly", wrong.size(), "requests", 0);
        assertThat(wrong).as("wrong of " + checked).isEmpty();
        assertThat(checked).isEqualTo(routes.size() * Route.ACCOUNTS.size() * Where.values().length);
    }

    private void walk(String account, List<Route> routes) {
        Page page = visitors.signedIn(account);
        String csrf = page.locator("meta[name=casebook-csrf]").getAttribute("content");
        try (Playwright playwright = Playwright.create()) {
            APIRequestContext bearer = playwright
                    .request()
                    .newContext(new APIRequest.NewContextOptions()
                            .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + Accounts.token(account))));
            for (Route route : routes) {
                for (Where where : Where.values()) {
                    APIRequestContext caller = route.isApi() ? bearer : page.request();
                    int status = ask(caller, route, where, csrf);
                    boolean mayEnter = where.reachedBy(route.reach(account))
                            || narrowed(route, where, account)
                            || tried(route, where, account);
                    judge(route.address(), account, where, mayEnter, status);
                }
            }
            bearer.dispose();
        }
    }

    /** A page without site in its address is that of the person's own site, where he has no other. */
    private static boolean narrowed(Route route, Where where, String account) {
        return route.isPage()
                && where == Where.WHOLE_STUDY
                && route.reach(account).equals("site");
    }

    /** In a copy whoever builds opens every door of studies. */
    private static boolean tried(Route route, Where where, String account) {
        return where == Where.TEST_COPY
                && account.equals("builder")
                && Permission.valueOf(route.permission()).isOfStudies();
    }

    private void judge(String route, String account, Where where, boolean mayEnter, int status) {
        checked++;
        boolean turnedAway = status == 401 || status == 403;
        boolean right = mayEnter ? !turnedAway && status < 500 : turnedAway || status == NOT_FOUND;
        if (!right) {
            wrong.add(route + " for " + account + " at " + where + ": " + status);
        }
    }

    private static int ask(APIRequestContext caller, Route route, Where where, String csrf) {
        String path = route.path()
                .replace("{study}", where.study)
                .replace("{subject}", "000-000")
                .replace("{event}", "NO_SUCH_EVENT")
                .replace("{item}", "NO_SUCH_ITEM")
                .replaceAll("\\{\\w+\\}", NOTHING);
        String site = where.site == null ? "" : "&site=" + where.site;
        String address =
                Running.system().url(path) + "?study=" + where.study + site + "&form=" + NOTHING + "&subject=000-000";
        RequestOptions options = RequestOptions.create()
                .setMethod(route.method())
                .setMaxRedirects(0)
                .setHeader("X-CSRF-Token", csrf)
                .setHeader("Accept", "application/json, text/html");
        if (!route.reads() && route.path().endsWith(BYTES)) {
            options.setQueryParam("key", "routes-it")
                    .setQueryParam("itemRevision", "0")
                    .setHeader("X-File-Name", "x.txt")
                    .setHeader("Content-Type", "application/octet-stream")
                    .setData("x");
        } else if (FILES.contains(route.address())) {
            options.setHeader("Content-Type", "application/xml").setData("<nothing/>");
        } else if (!route.reads() && route.path().contains("/laboratories/ranges/file")) {
            options.setHeader("Content-Type", "text/csv").setData("nothing");
        } else if (route.path().endsWith("/{id}/items")) {
            options.setData(List.of(BODY));
        } else if (!route.reads()) {
            options.setData(BODY);
        }
        APIResponse response = caller.fetch(address, options);
        int status = response.status();
        // else a route that nobody registered would pass for one that refuses
        if (status == NOT_FOUND && response.text().contains("no-such-address")) {
            status = NO_SUCH_ROUTE;
        }
        response.dispose();
        return status;
    }
}
