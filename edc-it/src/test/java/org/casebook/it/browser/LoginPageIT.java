package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.casebook.it.Running;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoginPageIT {
    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @Test
    void keycloak_shows_its_login_page() {
        Page page = visitors.tab("anybody");
        page.navigate(Running.system().settings().issuer() + "/protocol/openid-connect/auth?response_type=code"
                + "&scope=openid&client_id=casebook-web&redirect_uri="
                + Running.system().url("/callback"));
        page.waitForSelector("#kc-login");
        assertThat(page.title()).contains("Sign in");
        Visitors.picture(page, "login");
    }

    @Test
    void an_answer_to_no_login_of_ours_leads_to_the_page_that_says_so() {
        Page page = visitors.tab("guest");
        for (String answer : new String[] {"state=x&code=y", "state=x", "code=y", "error=access_denied&state=x", ""}) {
            assertThat(page.navigate(Running.system().url("/callback?" + answer))
                            .status())
                    .as(answer)
                    .isEqualTo(200);
            assertThat(page.url()).endsWith("/sign-in-failed.xhtml");
        }
    }

    @Test
    void keycloak_speaks_the_language_that_our_pages_speak() {
        for (String[] spoken : new String[][] {{"de", "Anmelden"}, {"en", "Sign in"}}) {
            Page page = visitors.tab("reader-" + spoken[0]);
            page.context()
                    .addCookies(List.of(new Cookie("casebook-language", spoken[0])
                            .setUrl(Running.system().url("/"))));
            page.navigate(Running.system().url("/home.xhtml"));
            page.waitForSelector("#kc-login");
            assertThat(page.url()).contains("ui_locales=" + spoken[0]);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(spoken[0]);
            assertThat(page.locator("#kc-login").textContent().strip()).isEqualTo(spoken[1]);
        }
    }
}
