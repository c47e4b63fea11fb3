package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.casebook.it.Accounts;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The password typed again before a signature: what is not the signer's own, just typed and unused signs nothing. */
class StepUpIT {
    private static final String SIGNER = "investigator-101";

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void a_wrong_password_signs_nothing() throws SQLException {
        long before = count("select count(*) from edc.signature");
        Page page = askedToSign();
        type(page, "not-the-password");

        page.waitForSelector("#password");
        assertThat(page.url()).startsWith(Running.system().settings().issuer());
        assertThat(count("select count(*) from edc.signature")).isEqualTo(before);
    }

    @Test
    void another_person_at_the_password_page_signs_nothing_and_both_sessions_end() throws SQLException {
        long before = count("select count(*) from edc.signature");
        long failed = failed();
        Page page = askedToSign();
        page.click("#reset-login");
        page.fill("#username", "monitor");
        type(page, Accounts.PASSWORD);
        // signed in as somebody else, who is then asked for the level of signing too
        page.waitForSelector("#kc-attempted-username");
        type(page, Accounts.PASSWORD);
        page.waitForURL(Running.system().url("/other-person.xhtml"));

        assertThat(count("select count(*) from edc.signature")).isEqualTo(before);
        assertThat(failed()).isEqualTo(failed + 1);
        page.navigate(Running.system().url("/home.xhtml"));
        assertThat(page.locator("#kc-login").isVisible())
                .as("neither person is signed in")
                .isTrue();
    }

    @Test
    void one_password_signs_once_and_its_way_back_is_of_no_use_again() throws SQLException {
        long before = count("select count(*) from edc.signature");
        Page page = askedToSign();
        List<String> ways = new ArrayList<>();
        page.onRequest((Request request) -> {
            if (request.url().contains("/sign/callback")) {
                ways.add(request.url());
            }
        });
        type(page, Accounts.PASSWORD);
        page.waitForURL(Running.system().url("/signature/sign.xhtml") + "**");
        assertThat(page.locator("#signed tbody tr").count()).isEqualTo(1);
        assertThat(count("select count(*) from edc.signature")).isEqualTo(before + 1);

        Response again = page.navigate(ways.get(0));
        assertThat(again.status()).isEqualTo(409);
        assertThat(page.content()).contains("This confirmation was used before");
        assertThat(count("select count(*) from edc.signature")).isEqualTo(before + 1);
    }

    @Test
    void a_way_back_that_nobody_asked_for_is_refused() throws SQLException {
        long failed = failed();
        Page page = visitors.signedIn(SIGNER);
        Response answer = page.navigate(Running.system().url("/sign/callback?state=guessed&code=guessed"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(failed()).isEqualTo(failed + 1);
    }

    /** Keycloak's password page, asked for by the signer for one form that is ready to sign. */
    private Page askedToSign() {
        Page page = visitors.signedIn(SIGNER);
        page.navigate(Running.system().url("/signature/sign.xhtml?study=" + Trial.STUDY + "&site=101"));
        page.locator("input[type=checkbox][name^='form-']").first().check();
        page.locator("input[type=radio][name=meaning]").first().check();
        page.locator("form[data-url='/entry/signatures'] button[type=submit]").click();
        page.waitForSelector("#password");
        assertThat(page.url()).startsWith(Running.system().settings().issuer());
        return page;
    }

    private static void type(Page page, String password) {
        page.fill("#password", password);
        page.click("#kc-login");
    }

    private static long failed() throws SQLException {
        return count(
                "select count(*) from edc.audit_entry where action = 'step-up-failed' and username = '" + SIGNER + "'");
    }

    private static long count(String query) throws SQLException {
        try (Connection connection = Running.system().asOwner();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
