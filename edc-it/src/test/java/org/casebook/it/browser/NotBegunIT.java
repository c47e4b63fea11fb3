package org.casebook.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of a form that nobody has begun: it begins nothing, and from its first stored entry on it is a form as any other. */
class NotBegunIT {
    private static final String SAVES = "**/entry/seats/**/items/*";
    private static final double HALF_A_MINUTE_MS = 30_000;

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private String subject;

    @BeforeEach
    void participant() {
        Trial.load();
        subject = Trial.as("coordinator-101")
                .post("/studies/BMMSC/participants?site=101", null)
                .path("subject")
                .asText();
        Trial.as("coordinator-101")
                .put(
                        "/studies/BMMSC/participants/" + subject + "/visits/SE_SCREEN/date?site=101",
                        Map.of(
                                "date",
                                LocalDate.now(ZoneOffset.UTC).minusDays(1).toString()));
    }

    @Test
    void it_opens_empty_explains_itself_and_is_no_form_until_something_is_stored() {
        Page page = visitors.signedIn("coordinator-101");
        page.navigate(Running.system().url("/subject/subject.xhtml?" + Entries.PLACE + "&subject=" + subject));
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Pain scales").setExact(true))
                .first()
                .click();
        page.waitForSelector("#case-form");
        assertThat(page.locator(".status[data-state='not-started']").first()).isVisible();
        page.locator("#item-NRSLEG [data-form-act=side]").click();
        assertThat(page.locator("#side-history")).containsText("Nobody has entered anything here yet");
        page.locator("#tab-definition").click();
        assertThat(page.locator("#side-definition dl")).isVisible();
        page.locator("#why-form").click();
        assertThat(page.locator("#why-reasons .why-sentence").first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(begun()).as("nothing that was only looked at").isEmpty();

        Entries.type(page, "NRSLEG", "4");
        Entries.stored(page, "NRSLEG");
        Entries.type(page, "NRSBACK", "6");
        Entries.stored(page, "NRSBACK");
        assertThat(begun()).hasSize(1);
        assertThat(page.locator("#case-form").getAttribute("data-form")).isEqualTo(begun().get(0));
        assertThat(told()).containsExactly("form-started", "item-changed NRSLEG", "item-changed NRSBACK");
        assertThat(page.locator("#form-blank")).isHidden();
        assertThat(page.locator("#form-void")).isVisible();
        page.reload();
        page.waitForSelector("#case-form");
        assertThat(Entries.shown(page, "NRSLEG")).isEqualTo("4");
        assertThat(page.locator("#form-blank").count()).isZero();
        assertThat(Entries.unsent(page)).isZero();
    }

    @Test
    void what_a_killed_tab_had_not_stored_comes_back_and_begins_the_form_once() {
        Page page = seat("coordinator-101");
        String address = page.url();
        page.route(SAVES, route -> route.abort());
        Entries.type(page, "NRSLEG", "4");
        Entries.sign(page, "NRSLEG", "failed");
        page.close();
        assertThat(begun()).isEmpty();

        Page again = visitors.tab("coordinator-101");
        again.navigate(address);
        Entries.stored(again, "NRSLEG");
        assertThat(Entries.shown(again, "NRSLEG")).isEqualTo("4");
        assertThat(told()).containsExactly("form-started", "item-changed NRSLEG");
        assertThat(Entries.unsent(again)).isZero();
    }

    @Test
    void what_a_killed_tab_had_not_stored_comes_back_on_the_form_that_a_colleague_began_meanwhile() {
        Page page = seat("coordinator-101");
        page.route(SAVES, route -> route.abort());
        Entries.type(page, "NRSLEG", "4");
        Entries.sign(page, "NRSLEG", "failed");
        page.close();
        Page colleague = seat("investigator-101");
        Entries.type(colleague, "NRSBACK", "6");
        Entries.stored(colleague, "NRSBACK");

        Page again = visitors.tab("coordinator-101");
        again.navigate(Running.system().url("/capture/case-form.xhtml?" + Entries.PLACE + "&form=" + begun().get(0)));
        Entries.stored(again, "NRSLEG");
        assertThat(told()).containsExactly("form-started", "item-changed NRSBACK", "item-changed NRSLEG");
        assertThat(Entries.unsent(again)).isZero();
    }

    @Test
    void a_first_entry_whose_answer_was_lost_begins_the_form_once() {
        Page page = seat("coordinator-101");
        page.route(SAVES, route -> {
            route.fetch();
            route.abort();
        });
        Entries.type(page, "NRSLEG", "4");
        Entries.sign(page, "NRSLEG", "failed");
        page.unroute(SAVES);
        Entries.stored(page, "NRSLEG");
        assertThat(page.isVisible("#conflict-dialog[open]")).isFalse();
        assertThat(told()).containsExactly("form-started", "item-changed NRSLEG");
    }

    @Test
    void two_people_who_opened_the_empty_form_come_into_one() {
        Page first = seat("coordinator-101");
        Page second = seat("investigator-101");
        assertThat(second.locator("#form-presence"))
                .containsText(
                        "is in this form too.",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(HALF_A_MINUTE_MS));
        Entries.type(first, "NRSLEG", "4");
        Entries.stored(first, "NRSLEG");
        Entries.type(second, "NRSBACK", "6");
        Entries.stored(second, "NRSBACK");
        assertThat(begun()).hasSize(1);
        assertThat(second.locator("#item-NRSLEG input").first())
                .hasValue("4", new LocatorAssertions.HasValueOptions().setTimeout(HALF_A_MINUTE_MS));
        assertThat(first.locator("#item-NRSBACK input").first())
                .hasValue("6", new LocatorAssertions.HasValueOptions().setTimeout(HALF_A_MINUTE_MS));
        assertThat(first.isVisible("#conflict-dialog[open]")).isFalse();
        assertThat(told()).containsExactly("form-started", "item-changed NRSLEG", "item-changed NRSBACK");
    }

    @Test
    void of_one_item_the_later_one_is_asked() {
        Page first = seat("coordinator-101");
        Page second = seat("investigator-101");
        Entries.type(first, "NRSLEG", "4");
        Entries.stored(first, "NRSLEG");
        Entries.type(second, "NRSLEG", "7");
        second.waitForSelector("#conflict-dialog[open]");
        assertThat(second.locator("#conflict-stored").textContent()).isEqualTo("4");
        second.click("#conflict-theirs");
        assertThat(Entries.shown(second, "NRSLEG")).isEqualTo("4");
        assertThat(told()).containsExactly("form-started", "item-changed NRSLEG");
    }

    @Test
    void a_monitor_reads_the_empty_form_and_begins_none() {
        Page page = seat("monitor");
        assertThat(page.locator("#form-stored-word")).hasText("Read only");
        assertThat(page.locator("#complete").count()).isZero();
        assertThat(page.locator("#form-blank").count()).isZero();
        assertThat(page.locator(".page-actions [data-url]").count()).isZero();
        assertThat(begun()).isEmpty();
    }

    @Test
    void it_is_left_blank_as_a_whole_without_being_begun_first() {
        Page page = seat("coordinator-101");
        Locator box = page.locator("#form-blank");
        box.locator("summary").click();
        box.locator("select").selectOption("REFUSED");
        box.locator("textarea, input[name=reason]").first().fill("The participant did not want to");
        box.getByRole(AriaRole.BUTTON).click();
        page.waitForSelector("#left-blank");
        assertThat(page.locator("#case-form").getAttribute("data-state")).isEqualTo("NOT_DONE");
        assertThat(begun()).hasSize(1);
    }

    private Page seat(String account) {
        Page page = visitors.signedIn(account);
        page.navigate(Running.system()
                .url("/capture/case-form.xhtml?" + Entries.PLACE + "&subject=" + subject
                        + "&event=SE_SCREEN&form=PAIN"));
        page.waitForSelector("#case-form", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        return page;
    }

    private List<String> begun() {
        return Entries.texts("select id::text from edc.case_form where study = 'BMMSC' and subject_key = '" + subject
                + "' and form_oid = 'PAIN'");
    }

    /** What the trail tells of the form, oldest first, without what rules did. */
    private List<String> told() {
        return Entries.texts("select trim(action || ' ' || coalesce(item_oid, '')) from edc.audit_entry where study ="
                + " 'BMMSC' and subject_key = '" + subject
                + "' and form_oid = 'PAIN' and action in ('form-started', 'item-changed') order by id");
    }
}
