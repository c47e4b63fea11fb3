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

/** The delegation log of a site on its page: written in, approved by the principal investigator, trained, ended. */
class DelegationPageIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));
    private static final String PERSON = "Nora Field";

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void somebody_is_delegated_approved_trained_and_ended() {
        Page coordinator = log("coordinator-101");
        assertThat(row(coordinator, "Investigator 101").innerText()).contains("Principal investigator");
        Locator form = coordinator.locator("form[data-url='/entry/delegations']");
        form.locator("input[name=username]").fill("coordinator-101");
        form.locator("input[name=name]").fill(PERSON);
        form.locator("input[name=date]").fill(TODAY.minusDays(1).toString());
        form.getByRole(AriaRole.BUTTON).click();
        coordinator.locator("#delegation-error:not(:empty)").waitFor();
        form.getByLabel("Take consent").check();
        form.getByLabel("Enter data").check();
        form.getByRole(AriaRole.BUTTON).click();
        row(coordinator, PERSON).waitFor();
        assertThat(row(coordinator, PERSON).innerText())
                .contains("Take consent, Enter data", "not trained yet", "not approved yet");
        BothWidths.look(coordinator, "delegation-log");
        assertThat(coordinator
                        .getByRole(AriaRole.BUTTON, named("Approve: " + PERSON))
                        .count())
                .isZero();

        Page lead = log("investigator-101");
        lead.getByRole(AriaRole.BUTTON, named("Approve: " + PERSON)).click();
        lead.locator("#reason-ok").click();
        row(lead, PERSON)
                .filter(new Locator.FilterOptions().setHasNotText("not approved yet"))
                .waitFor();

        coordinator.reload();
        Locator line = row(coordinator, PERSON);
        line.locator("summary:has-text('Date training')").click();
        BothWidths.look(coordinator, "delegation-training");
        line.locator("form[data-url$='/training'] input[name=date]")
                .fill(TODAY.plusDays(3).toString());
        line.locator("form[data-url$='/training'] button").click();
        line.locator("form[data-url$='/training'] .field-error:not(:empty)").waitFor();
        line.locator("form[data-url$='/training'] input[name=date]").fill(TODAY.toString());
        line.locator("form[data-url$='/training'] button").click();
        row(coordinator, PERSON)
                .filter(new Locator.FilterOptions().setHasNotText("not trained yet"))
                .waitFor();
        line.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("End"))
                .click();
        line.locator("form[data-url$='/end'] input[name=date]").fill(TODAY.toString());
        line.locator("form[data-url$='/end'] [name=reason]").fill("Left the site.");
        BothWidths.look(coordinator, "delegation-end");
        line.locator("form[data-url$='/end'] button").click();
        row(coordinator, PERSON)
                .filter(new Locator.FilterOptions().setHasNot(coordinator.locator("summary")))
                .waitFor();
        assertThat(row(coordinator, PERSON).innerText()).contains(TODAY.toString());
    }

    private Page log(String account) {
        Page page = visitors.signedIn(account);
        page.navigate(Running.system().url("/site/delegation.xhtml?study=BMMSC&site=101"));
        return page;
    }

    private static Locator row(Page page, String person) {
        return page.locator(".delegations tbody tr:has(th:has-text('" + person + "'))");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
