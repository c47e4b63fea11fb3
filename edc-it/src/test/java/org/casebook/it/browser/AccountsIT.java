package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator makes an account and gives it a role; the person comes in with it; the administrator takes it away. */
class AccountsIT {
    private static final String NEW_PASSWORD = "Own-Password-4711";

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void a_new_person_gets_an_account_a_role_and_loses_both() throws SQLException {
        String name = "nurse-" + System.nanoTime();
        Page admin = visitors.signedIn("admin");
        String password = made(admin, name);

        give(admin, "coordinator", "/studies/BMMSC/101", "new at the site");
        assertThat(admin.locator(".grants").textContent())
                .contains("Coordinator")
                .contains("Site 101");

        Page nurse = visitors.tab(name);
        nurse.navigate(url("/home.xhtml"));
        nurse.fill("#username", name);
        nurse.fill("#password", password);
        nurse.click("#kc-login");
        nurse.fill("#password-new", NEW_PASSWORD);
        nurse.fill("#password-confirm", NEW_PASSWORD);
        nurse.click("input[type=submit], button[type=submit]");
        nurse.waitForURL(url("/home.xhtml") + "**");
        assertThat(status(nurse, "/subject/subjects.xhtml?study=BMMSC&site=101"))
                .isEqualTo(200);
        assertThat(status(nurse, "/subject/subjects.xhtml?study=BMMSC&site=102"))
                .isNotEqualTo(200);

        say(admin, "button[data-url$='/grants/ending']", "left the site");
        say(admin, "button[data-url$='/disabling']", "left the site");
        assertThat(admin.locator(".page-actions").textContent()).contains("Disabled");
        assertThat(status(nurse, "/whoami")).as("her open session").isEqualTo(401);
        nurse.context().clearCookies();
        nurse.navigate(url("/home.xhtml"));
        nurse.fill("#username", name);
        nurse.fill("#password", NEW_PASSWORD);
        nurse.click("#kc-login");
        assertThat(nurse.locator("#kc-login").isVisible()).isTrue();

        assertThat(actionsAbout(name))
                .containsExactly("account-created", "grant-given", "signed-in", "grant-ended", "account-disabled");
    }

    @Test
    void a_data_manager_is_asked_for_a_second_factor_before_anything_else() {
        String name = "manager-" + System.nanoTime();
        Page admin = visitors.signedIn("admin");
        String password = made(admin, name);
        give(admin, "data-manager", "/studies/BMMSC/all", "runs the data");

        Page manager = visitors.tab(name);
        manager.navigate(url("/home.xhtml"));
        manager.fill("#username", name);
        manager.fill("#password", password);
        manager.click("#kc-login");
        manager.waitForSelector("#totp");
        assertThat(manager.url()).startsWith(Running.system().settings().issuer());
        manager.navigate(url("/home.xhtml"));
        assertThat(manager.url()).startsWith(Running.system().settings().issuer());
    }

    @Test
    void a_role_at_the_wrong_place_is_refused_in_a_sentence() {
        Page admin = visitors.signedIn("admin");
        admin.navigate(url("/access/accounts.xhtml?text=pharmacist"));
        admin.click("a.row-link");
        admin.selectOption("select[name=role]", "administrator");
        admin.selectOption("select[name=place]", "/studies/BMMSC/101");
        admin.fill("textarea[name=reason]", "try");
        admin.click("form[data-url$='/grants'] button[type=submit]");
        admin.waitForSelector("#grant-error:not(:empty)");
        assertThat(admin.locator("#grant-error").textContent()).contains("belongs to the whole system");
    }

    @Test
    void nobody_changes_his_own_account() {
        Page admin = visitors.signedIn("admin");
        admin.navigate(url("/access/accounts.xhtml?text=minsk"));
        admin.click("a.row-link");
        assertThat(admin.locator("select[name=role]").count()).isZero();
        assertThat(admin.content()).contains("Another administrator changes it");
    }

    /** Makes an account and goes to its page; its temporary password. */
    private static String made(Page admin, String name) {
        admin.navigate(url("/access/accounts.xhtml"));
        fill(admin, "givenName", "Nora");
        fill(admin, "familyName", "Nurse");
        fill(admin, "username", name);
        fill(admin, "organisation", "Site 101");
        admin.click("#new-account button[type=submit]");
        admin.waitForSelector("#made-account:not([hidden])");
        String password = admin.locator("#made-password").textContent();
        admin.click("#made-link");
        return password;
    }

    private static void give(Page admin, String role, String place, String reason) {
        admin.selectOption("select[name=role]", role);
        admin.selectOption("select[name=place]", place);
        admin.fill("form[data-url$='/grants'] textarea[name=reason]", reason);
        admin.waitForNavigation(() -> admin.click("form[data-url$='/grants'] button[type=submit]"));
    }

    /** Presses a button that asks for a reason, and gives it. */
    private static void say(Page admin, String button, String reason) {
        admin.click(button);
        admin.fill("#reason-input", reason);
        admin.waitForNavigation(() -> admin.click("#reason-ok"));
    }

    private static void fill(Page page, String field, String text) {
        page.fill("#new-account input[name=" + field + "]", text);
    }

    private static int status(Page page, String path) {
        Response answer = page.navigate(url(path));
        return answer.status();
    }

    private static String url(String path) {
        return Running.system().url(path);
    }

    private static List<String> actionsAbout(String name) throws SQLException {
        try (Connection connection = Running.system().asOwner();
                PreparedStatement statement = connection.prepareStatement(
                        "select action from edc.audit_entry where action <> 'access-denied'"
                                + " and (new_value like ? or old_value like ? or username = ?) order by written_at, id")) {
            statement.setString(1, name + "%");
            statement.setString(2, name + "%");
            statement.setString(3, name);
            List<String> actions = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    actions.add(rows.getString(1));
                }
            }
            return actions;
        }
    }
}
