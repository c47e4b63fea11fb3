package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.ThreadLocalRandom;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who may be in the study already: said while the form is filled, decided on the page, known elsewhere as one at another site. */
class DuplicatePageIT {

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void the_form_says_it_at_once_the_site_decides_and_another_site_learns_only_that_there_is_one() {
        // nobody else in the tests was born so
        String born = "19" + (20 + ThreadLocalRandom.current().nextInt(9)) + "-02-0"
                + (1 + ThreadLocalRandom.current().nextInt(9));
        Page page = visitors.signedIn("coordinator-101");
        String first = entered(page, "101", born);
        assertThat(page.locator("#duplicates .note").count()).isZero();
        String second = entered(page, "101", born);
        Locator note = page.locator("#duplicates .note");
        note.waitFor();
        assertThat(note.innerText()).contains("perhaps the same person", first, "Date of birth", "Sex");
        BothWidths.look(page, "duplicate-form");

        note.getByRole(AriaRole.LINK).click();
        page.locator("main #duplicates").waitFor();
        assertThat(page.locator("#duplicates").innerText()).contains(second);
        BothWidths.look(page, "duplicate-participant");
        page.locator("#duplicates")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Not the same person: " + first + ", " + second))
                .click();
        page.locator("#reason-input").fill("Brothers; both identity cards were seen.");
        page.locator("#reason-ok").click();
        page.locator("#duplicates-settled").waitFor();
        assertThat(page.locator("#duplicates").count()).isZero();
        page.locator("#duplicates-settled summary").click();
        assertThat(page.locator("#duplicates-settled").innerText()).contains("Brothers", second);

        Page south = visitors.signedIn("coordinator-102");
        String third = entered(south, "102", born);
        south.locator("#duplicates .note").first().waitFor();
        assertThat(south.locator("#duplicates").innerText())
                .contains("at another site", "Ask the data manager")
                .doesNotContain("101");
        south.navigate(address("/duplicate/duplicates.xhtml?study=BMMSC&site=102"));
        assertThat(south.locator("main").innerText())
                .contains(third, "At another site")
                .doesNotContain(first);
        BothWidths.look(south, "duplicates-other-site");

        Page manager = visitors.signedIn("data-manager");
        manager.navigate(address("/duplicate/duplicates.xhtml?study=BMMSC"));
        Locator row = manager.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(third))
                .filter(new Locator.FilterOptions().setHasText(first));
        BothWidths.look(manager, "duplicates");
        row.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(java.util.regex.Pattern.compile("^The same")))
                .click();
        manager.locator("#reason-input").fill("Both sites compared the names by telephone.");
        manager.locator("#reason-ok").click();
        row.waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        manager.navigate(address("/duplicate/duplicates.xhtml?study=BMMSC&state=SAME"));
        assertThat(row.innerText()).contains("Both sites compared");
        south.navigate(address("/subject/subject.xhtml?study=BMMSC&site=102&subject=" + third));
        assertThat(south.locator("#duplicates").innerText())
                .contains("the same person takes part at another site")
                .doesNotContain("telephone");
    }

    /** A new participant with date of birth and sex entered on the page. */
    private static String entered(Page page, String site, String born) {
        page.navigate(address("/subject/subjects.xhtml?study=BMMSC&site=" + site));
        page.locator("button[data-url='/entry/subjects']").click();
        page.locator("#reason-ok").click();
        page.waitForURL(url -> url.contains("/subject/subject.xhtml"));
        String subject = page.url().replaceAll(".*[?&]subject=([^&]+).*", "$1");
        page.navigate(address(
                "/capture/case-form.xhtml?study=BMMSC&site=" + site + "&event=SE_SCREEN&form=DM&subject=" + subject));
        Entries.type(page, "BRTHDAT", born);
        Entries.stored(page, "BRTHDAT");
        page.locator("#item-SEX input[value=M]").check();
        Entries.stored(page, "SEX");
        return subject;
    }

    private static String address(String path) {
        return Running.system().url(path);
    }
}
