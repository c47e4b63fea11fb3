package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.casebook.it.Running;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Login, logout, the end of a session, and what a page may send. */
class SignInIT {
    private static final String PAGE = "/help/signs.xhtml?state=x&y=%C3%A4";

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @Test
    void a_login_leads_to_the_page_that_was_asked_for_in_a_new_session() {
        Page page = visitors.tab("coordinator-101");
        page.navigate(url(PAGE));
        String before = session(page).value;
        Visitors.login(page, "coordinator-101");

        assertThat(page.url()).isEqualTo(url(PAGE));
        assertThat(session(page).value).isNotEqualTo(before);
        assertThat(session(page).httpOnly).isTrue();
        assertThat(session(page).sameSite).isEqualTo(SameSiteAttribute.LAX);
    }

    @Test
    void a_logout_ends_the_session_at_keycloak_too() {
        Page page = visitors.signedIn("monitor");
        page.navigate(url("/logout"));
        assertThat(page.url()).isEqualTo(url("/goodbye.xhtml"));

        page.navigate(url("/home.xhtml"));
        assertThat(page.locator("#kc-login").isVisible()).isTrue();
    }

    @Test
    void a_session_that_ended_here_comes_back_to_the_same_place_without_a_password() {
        Page page = visitors.signedIn("coordinator-102");
        forget(page.context(), "JSESSIONID");
        page.navigate(url(PAGE));
        assertThat(page.url()).isEqualTo(url(PAGE));
        assertThat(page.locator(".person-name").textContent()).contains("Otto Corbin");
    }

    @Test
    void a_session_that_ended_everywhere_asks_for_the_password_and_comes_back() {
        Page page = visitors.signedIn("coordinator-102");
        page.context().clearCookies();
        page.navigate(url(PAGE));
        Visitors.login(page, "coordinator-102");
        assertThat(page.url()).isEqualTo(url(PAGE));
    }

    @Test
    void a_script_without_session_gets_an_answer_and_no_login_page() {
        Page page = visitors.tab("nobody");
        for (String path : List.of("/entry/forms", "/whoami")) {
            APIResponse answer =
                    page.request().get(url(path), RequestOptions.create().setMaxRedirects(0));
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
            assertThat(answer.text()).contains("not-signed-in");
        }
    }

    @Test
    void a_change_without_the_token_of_its_own_session_is_turned_away() {
        Page page = visitors.signedIn("coordinator-101");
        assertThat(change(page, Map.of())).isEqualTo(403);
        assertThat(change(page, Map.of("X-CSRF-Token", token(visitors.signedIn("monitor")))))
                .isEqualTo(403);
        // the right token passes this door; the room then refuses the empty request
        assertThat(change(page, Map.of("X-CSRF-Token", token(page)))).isEqualTo(422);
    }

    @Test
    void a_page_without_the_right_says_so_and_the_try_is_recorded() throws SQLException {
        Page page = visitors.signedIn("coordinator-101");
        long before = denied();
        Response answer = page.navigate(url("/access/accounts.xhtml"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.content()).contains("Your roles do not include “view accounts”");
        assertThat(denied()).isEqualTo(before + 1);
    }

    @Test
    void a_login_leads_to_no_other_host() {
        Page page = visitors.signedIn("sponsor");
        for (String evil : List.of("//evil.invalid/", "https://evil.invalid/", "/%5Cevil.invalid/")) {
            page.navigate(url("/login?return=" + evil));
            assertThat(page.url()).as(evil).startsWith(url("/home.xhtml"));
        }
    }

    private static String url(String path) {
        return Running.system().url(path);
    }

    private static Cookie session(Page page) {
        return page.context().cookies(url("/")).stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }

    private static void forget(BrowserContext context, String cookie) {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(cookie));
    }

    private static String token(Page page) {
        return page.locator("meta[name=casebook-csrf]").getAttribute("content");
    }

    private static int change(Page page, Map<String, String> headers) {
        RequestOptions options = RequestOptions.create().setData(Map.of("meaning", "none"));
        headers.forEach(options::setHeader);
        return page.request()
                .post(url("/entry/signatures?study=BMMSC&site=101"), options)
                .status();
    }

    private static long denied() throws SQLException {
        try (Connection connection = Running.system().asOwner();
                PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from edc.audit_entry where action = 'access-denied'"
                                + " and username = 'coordinator-101' and reason = 'AccessDesk.accounts'");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
