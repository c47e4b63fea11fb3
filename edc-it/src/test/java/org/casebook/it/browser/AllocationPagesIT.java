package org.casebook.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.casebook.it.Accounts;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list from its preparation by one person to its sealing by another, and what each role is told of balance. */
class AllocationPagesIT {
    private static final String STUDY = "?study=" + Trial.STUDY;

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void one_prepares_another_compares_the_hash_and_seals_with_the_password() {
        Page statistician = visitors.signedIn("statistician");
        statistician.navigate(url("/randomization/allocation.xhtml"));
        Locator waiting = statistician.locator("tbody tr").filter(having("waits to be sealed"));
        int before = waiting.count();
        statistician.locator("select[name=listSite]").selectOption("102");
        statistician.getByLabel("Participants at least").fill("6");
        statistician
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Prepare").setExact(true))
                .click();
        assertThat(waiting).hasCount(before + 1);
        Visitors.pictures(statistician, "allocation-prepared");
        Locator line = waiting.last();
        String hash = line.locator("[title]").last().getAttribute("title");
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(statistician.locator("input[name^='hash-']")).hasCount(0);

        Page pharmacist = visitors.signedIn("pharmacist");
        pharmacist.navigate(url("/randomization/allocation.xhtml"));
        Locator row = pharmacist
                .locator("form[data-url='/entry/allocation/lists/sealing'] tbody tr")
                .filter(having(hash.substring(0, 16)));
        assertThat(row).containsText("drawn again from its seed: the same");
        Visitors.pictures(pharmacist, "allocation-review");
        row.locator("input").fill("00000000");
        seal(pharmacist);
        assertThat(pharmacist.locator("#seal-error")).containsText("is not that of list");
        row.locator("input").fill(hash.substring(0, 8));
        seal(pharmacist);
        pharmacist.waitForSelector("#password");
        pharmacist.fill("#password", Accounts.PASSWORD);
        pharmacist.click("#kc-login");
        pharmacist.waitForURL(Running.system().url("/randomization/allocation.xhtml") + "**");
        assertThat(pharmacist.locator("tbody tr").filter(having(hash.substring(0, 16))))
                .containsText("sealed");
        Visitors.pictures(pharmacist, "allocation-sealed");
    }

    @Test
    void a_file_with_faults_is_refused_whole_and_each_is_named_by_its_row() {
        Page statistician = visitors.signedIn("statistician");
        statistician.navigate(url("/randomization/allocation.xhtml"));
        int lists = statistician.locator("tbody tr").count();
        String file = "number,site,arm\nX-901,102,ARM_DMSO\nX-901,999,ARM_OF_NONE\n";
        statistician
                .locator("#list-file")
                .setInputFiles(new FilePayload("list.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        statistician.locator("#list-file-form button").click();
        assertThat(statistician.locator("#list-file-faults li")).hasCount(3);
        assertThat(statistician.locator("#list-file-faults li").first()).containsText("Row 3");
        Visitors.pictures(statistician, "allocation-faults");
        statistician.reload();
        assertThat(statistician.locator("tbody tr")).hasCount(lists);
    }

    @Test
    void the_blinded_see_counts_and_the_statistician_sees_arms() {
        Page sponsor = visitors.signedIn("sponsor");
        sponsor.navigate(url("/randomization/balance.xhtml"));
        assertThat(sponsor.locator("main")).containsText("All together");
        String told = sponsor.locator("main").textContent();
        assertThat(told).doesNotContain("DMSO").doesNotContain("BM-MSC");
        Visitors.pictures(sponsor, "balance-blinded");
        assertThat(sponsor.navigate(url("/randomization/arms.xhtml")).status()).isEqualTo(403);

        Page statistician = visitors.signedIn("statistician");
        statistician.navigate(url("/randomization/arms.xhtml"));
        assertThat(statistician.locator("main")).containsText("DMSO");
        Visitors.pictures(statistician, "balance-arms");
    }

    private static void seal(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Seal with your password"))
                .click();
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static String url(String path) {
        return Running.system().url(path + STUDY);
    }
}
