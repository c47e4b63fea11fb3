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

/** A data manager transfers a participant on his page; the new site finds him, the old one reads what it recorded. */
class MovingPageIT {
    /** At site 102. */
    private static final String TODAY =
            LocalDate.now(ZoneId.of("America/Chicago")).toString();

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void a_participant_goes_to_another_site_with_all_and_the_old_one_reads_its_past() {
        Page old = visitors.signedIn("coordinator-101");
        String subject = added(old);
        old.navigate(
                address("/capture/case-form.xhtml?study=BMMSC&site=101&event=SE_SCREEN&form=DM&subject=" + subject));
        old.locator("#item-SEX input[value=F]").check();
        Entries.stored(old, "SEX");

        Page manager = visitors.signedIn("data-manager");
        manager.navigate(address("/subject/subject.xhtml?study=BMMSC&site=101&subject=" + subject));
        manager.locator("#transfer summary").click();
        Locator box = manager.locator("#transfer form");
        BothWidths.look(manager, "transfer-menu");
        box.getByRole(AriaRole.BUTTON).click();
        manager.locator("#move-error:has-text('date is missing')").waitFor();
        box.locator("select[name=to]").selectOption("102");
        box.locator("input[name=date]").fill(TODAY);
        box.locator("[name=reason]").fill("The family moved south.");
        box.getByRole(AriaRole.BUTTON).click();
        manager.locator("#moved-here").waitFor();
        assertThat(manager.locator("#moved-here").innerText()).contains("101", "102", "The family moved south.");
        BothWidths.look(manager, "transferred");

        Page next = visitors.signedIn("coordinator-102");
        next.navigate(
                address("/capture/case-form.xhtml?study=BMMSC&site=102&event=SE_SCREEN&form=DM&subject=" + subject));
        assertThat(next.locator("#item-SEX input[value=F]").isChecked()).isTrue();

        // the old site has the form open still, and types on
        Entries.type(old, "BRTHDAT", "1961-04-30");
        Entries.sign(old, "BRTHDAT", "failed");
        assertThat(old.locator("#item-BRTHDAT").innerText()).contains(subject, "site 102", "ask the data manager");
        assertThat(Entries.shown(old, "BRTHDAT")).as("typed text stays").isEqualTo("1961-04-30");
        BothWidths.look(old, "typed-after-transfer");

        old.onDialog(com.microsoft.playwright.Dialog::accept);
        old.navigate(address("/subject/screening.xhtml?study=BMMSC&site=101"));
        assertThat(old.locator("tr")
                        .filter(new Locator.FilterOptions().setHasText(subject))
                        .innerText())
                .contains("to site 102 on " + TODAY);
        old.navigate(address("/subject/subjects.xhtml?study=BMMSC&site=101"));
        Locator left = old.locator(".moved-away li").filter(new Locator.FilterOptions().setHasText(subject));
        assertThat(left.innerText()).contains("102", "The family moved south.");
        BothWidths.look(old, "transferred-away");
        left.getByRole(AriaRole.LINK).click();
        old.locator("#past-note").waitFor();
        assertThat(old.locator(".past").innerText()).contains("Female");
        assertThat(old.locator("main input, main select, main textarea").count())
                .isZero();
        BothWidths.look(old, "past");
        old.navigate(address("/subject/subject.xhtml?study=BMMSC&site=101&subject=" + subject));
        assertThat(old.locator("body").innerText()).doesNotContain("The family moved south.");
    }

    private static String added(Page page) {
        page.navigate(address("/subject/subjects.xhtml?study=BMMSC&site=101"));
        page.locator("button[data-url='/entry/subjects']").click();
        page.locator("#reason-ok").click();
        page.waitForURL(url -> url.contains("/subject/subject.xhtml"));
        return page.url().replaceAll(".*[?&]subject=([^&]+).*", "$1");
    }

    private static String address(String path) {
        return Running.system().url(path);
    }
}
