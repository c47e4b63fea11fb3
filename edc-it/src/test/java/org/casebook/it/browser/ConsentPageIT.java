package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A new consent text takes force at a site: its participants' pages and forms say that consent is due, until it is dated. */
class ConsentPageIT {
    private static final String TODAY =
            LocalDate.now(ZoneId.of("America/Chicago")).toString();
    private static final String SUBJECT = "102-001";

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void a_new_text_asks_again_until_consent_to_it_is_dated() {
        Page admin = visitors.signedIn("admin");
        admin.navigate(address("/site/sites.xhtml?study=BMMSC"));
        assertThat(admin.locator("#consent-texts").innerText()).contains("1.0", "2.0");
        Locator put = admin.locator("form[data-url^='/entry/consents/texts']");
        put.locator("select[name=site]").selectOption("102");
        put.locator("input[name=label]").fill("1.0");
        put.locator("input[name=date]").fill(TODAY);
        put.getByRole(AriaRole.BUTTON).click();
        admin.locator("#text-error:has-text('already')").waitFor();
        put.locator("input[name=label]").fill("3.0");
        put.getByRole(AriaRole.BUTTON).click();
        admin.locator("#consent-texts tr:has-text('3.0')").waitFor();
        BothWidths.look(admin, "consent-texts");

        Page site = visitors.signedIn("coordinator-102");
        site.navigate(address("/subject/subject.xhtml?study=BMMSC&site=102&subject=" + SUBJECT));
        assertThat(site.locator("#reconsent").innerText()).contains("3.0", TODAY);
        site.navigate(
                address("/capture/case-form.xhtml?study=BMMSC&site=102&event=SE_SCREEN&form=DM&subject=" + SUBJECT));
        assertThat(site.locator("#reconsent").innerText()).contains("3.0");
        site.navigate(address("/capture/log.xhtml?study=BMMSC&site=102&form=AE&subject=" + SUBJECT));
        assertThat(site.locator("#reconsent").innerText()).contains("3.0");
        site.navigate(address("/subject/subject.xhtml?study=BMMSC&site=102&subject=" + SUBJECT));
        Locator box = site.locator("form[data-url='/entry/consents/" + SUBJECT + "']");
        site.locator("summary:has-text('Record consent')").click();
        box.locator("select[name=label]").selectOption("3.0");
        BothWidths.look(site, "consent-menu");
        box.getByRole(AriaRole.BUTTON).click();
        site.locator("#consent-error:has-text('date is missing')").waitFor();
        box.locator("input[name=date]").fill(TODAY);
        box.locator("input[name=before]").fill("Dr Sund");
        box.getByRole(AriaRole.BUTTON).click();
        site.locator(".consents li:has-text('Dr Sund')").waitFor();
        assertThat(site.locator("#reconsent").count()).isZero();
        BothWidths.look(site, "consents");

        site.locator("button[data-url$='/taking-back'][data-url*=consents]").click();
        site.locator("#reason-input").fill("Another participant was meant.");
        site.locator("#reason-ok").click();
        site.locator("#reconsent").waitFor();
        assertThat(site.locator(".consents li[data-back=true]").innerText()).contains("Another participant was meant.");
        BothWidths.look(site, "consent-due");
    }

    private static String address(String path) {
        return Running.system().url(path);
    }
}
