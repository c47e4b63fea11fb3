package org.casebook.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A nurse adds two unscheduled visits in one week; each has its own row, date and form. */
class RepeatingVisitsPageIT {

    private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).minusDays(7);

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private String subject;

    @Test
    void two_visits_in_one_week_stand_beside_each_other() {
        Trial.load();
        subject = Trial.as("coordinator-101")
                .post("/studies/BMMSC/participants?site=101", null)
                .path("subject")
                .asText();
        Page page = visitors.signedIn("coordinator-101");
        open(page);
        Page other = visitors.signedIn("investigator-101");
        add(page, "Unscheduled visit", DAY);
        assertThat(row(page, "SE_UNSCH")).containsText(DAY.toString());
        open(other);
        add(page, "Unscheduled visit 2", DAY.plusDays(2));
        assertThat(row(page, "SE_UNSCH~2")).containsText("Unscheduled visit 2");
        assertThat(row(page, "SE_UNSCH~2")).containsText(DAY.plusDays(2).toString());
        assertThat(row(page, "SE_UNSCH")).containsText(DAY.toString());
        assertThat(page.getByText("Add: Unscheduled visit 3")).isVisible();
        BothWidths.look(page, "unscheduled-twice");

        // whoever still sees the page of before is told, and overwrites nothing
        box(other, "Unscheduled visit 2").locator("summary").click();
        box(other, "Unscheduled visit 2")
                .locator("input[name=date]")
                .fill(DAY.plusDays(3).toString());
        box(other, "Unscheduled visit 2").getByRole(AriaRole.BUTTON).click();
        assertThat(other.locator("[id='extra-SE_UNSCH~2']")).containsText("For one more visit, reload the page");
        BothWidths.look(other, "unscheduled-meanwhile");

        row(page, "SE_UNSCH~2")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Pain scales"))
                .click();
        page.waitForSelector("#case-form");
        assertThat(page.locator("main")).containsText("Unscheduled visit 2");
        Entries.type(page, "VASBACK", "35");
        Entries.stored(page, "VASBACK");
        BothWidths.look(page, "unscheduled-second-form");
        open(page);
        assertThat(row(page, "SE_UNSCH~2").locator(".form-list [data-state=started]"))
                .isVisible();
        assertThat(row(page, "SE_UNSCH").locator(".form-list [data-state=not-started]"))
                .isVisible();
    }

    private void open(Page page) {
        page.navigate(Running.system().url("/subject/subject.xhtml?" + Entries.PLACE + "&subject=" + subject));
    }

    /** The menu that adds a visit. */
    private static Locator box(Page page, String visit) {
        return page.locator("details.menu:has(form[data-url$='/visits/" + oid(visit) + "/date'])")
                .filter(new Locator.FilterOptions().setHasText("Add: " + visit));
    }

    private static String oid(String visit) {
        return visit.equals("Unscheduled visit")
                ? "SE_UNSCH"
                : "SE_UNSCH~" + visit.substring(visit.lastIndexOf(' ') + 1);
    }

    private static void add(Page page, String visit, LocalDate day) {
        Locator box = box(page, visit);
        box.locator("summary").click();
        box.locator("input[name=date]").fill(day.toString());
        box.getByRole(AriaRole.BUTTON).click();
        row(page, oid(visit)).waitFor();
    }

    private static Locator row(Page page, String visit) {
        return page.locator("tr[id='" + visit + "']");
    }
}
