package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
}
