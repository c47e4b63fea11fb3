package org.casebook.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The panel beside the form: what is asked there is asked once, what is written there stands until it is sent. */
class SidePanelIT {
    private static final String RAISE = "#side [data-say=raise]";
    private static final String ANSWER = "#side [data-say^=answer]";
    private static final String SEND = "#side .say .button.primary";

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private Page site;

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @BeforeEach
    void open() {
        site = Entries.newAdverseEvent(visitors, "coordinator-101");
    }

    @Test
    void a_question_and_its_answer_are_said_once_however_often_is_clicked() {
        Page monitor = monitor();
        look(monitor, "AETERM");
        monitor.fill(RAISE, "Is this what the source says?");
        monitor.dblclick(SEND);
        assertThat(monitor.locator("#item-AETERM .badge.tone-warn")).hasCount(1);
        assertThat(monitor.locator(RAISE)).hasValue("");
        assertThat(queries()).containsExactly("OPEN Is this what the source says?");

        site.reload();
        look(site, "AETERM");
        site.fill(ANSWER, "Yes, on page 3");
        site.dblclick(SEND);
        site.locator("#item-AETERM .badge.tone-info").waitFor();
        assertThat(site.locator("#toasts .bad")).hasCount(0);
        assertThat(messages()).containsExactly("Is this what the source says?", "Yes, on page 3");
    }

    @Test
    void a_question_whose_answer_was_lost_is_sent_again_and_asked_once() {
        Page monitor = monitor();
        look(monitor, "AETERM");
        monitor.route("**/entry/queries?*", route -> {
            if (route.request().method().equals("POST")) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        monitor.fill(RAISE, "Which drug?");
        monitor.click(SEND);
        monitor.locator("#toasts .bad").waitFor();
        assertThat(monitor.locator(RAISE)).hasValue("Which drug?");
        monitor.unroute("**/entry/queries?*");
        // as when the browser was closed over it
        monitor.reload();
        monitor.locator("#item-AETERM .badge.tone-warn .pi-pencil").click();
        monitor.click(SEND);
        assertThat(monitor.locator(RAISE)).hasValue("");
        assertThat(queries()).containsExactly("OPEN Which drug?");
        assertThat(monitor.locator("#item-AETERM .pi-pencil")).hasCount(0);
        assertThat(Entries.unsent(monitor)).isZero();
    }

    @Test
    void who_closes_a_query_says_what_settled_it() {
        Page monitor = monitor();
        look(monitor, "AETERM");
        monitor.fill(RAISE, "Right?");
        monitor.click(SEND);
        monitor.locator("#side-queries .query .buttons .button").first().click();
        assertThat(monitor.locator("#reason-text")).hasText("What settled it?");
        monitor.fill("#reason-input", "Seen in the source");
        monitor.click("#reason-ok");
        assertThat(monitor.locator("#item-AETERM .badge")).hasCount(0);
        assertThat(queries()).containsExactly("CLOSED Right?");
        assertThat(messages()).containsExactly("Right?", "Seen in the source");
    }

    @Test
    void what_is_written_stands_there_until_it_is_sent() {
        Page monitor = monitor();
        look(monitor, "AETERM");
        monitor.fill(RAISE, "Half a quest");
        monitor.keyboard().press("Escape");
        assertThat(monitor.locator("#side")).isHidden();
        look(monitor, "AETERM");
        assertThat(monitor.locator(RAISE)).hasValue("Half a quest");
        look(monitor, "AESTDAT");
        assertThat(monitor.locator(RAISE)).hasValue("");
        monitor.fill(RAISE, "Which year?");
        look(monitor, "AETERM");
        assertThat(monitor.locator(RAISE)).hasValue("Half a quest");
        monitor.reload();
        look(monitor, "AESTDAT");
        assertThat(monitor.locator(RAISE)).hasValue("Which year?");
        monitor.fill(RAISE, " ");
        monitor.keyboard().press("Escape");
        assertThat(monitor.locator("#item-AESTDAT .pi-pencil")).hasCount(0);
        assertThat(Entries.kept(monitor)).doesNotContain("Half a quest");
        look(monitor, "AETERM");
        monitor.fill(RAISE, "The whole question?");
        monitor.click(SEND);
        assertThat(monitor.locator(RAISE)).hasValue("");

        site.reload();
        look(site, "AETERM");
        site.locator(ANSWER).pressSequentially("Because");
        // what is stored meanwhile draws the queries anew, around the cursor
        site.evaluate("document.getElementById('case-form').dispatchEvent("
                + "new CustomEvent('casebook:stored', { detail: { oid: 'AETERM', stirred: true } }))");
        site.waitForTimeout(1_500);
        site.keyboard().type(" of him");
        assertThat(site.locator(ANSWER)).hasValue("Because of him");
        Entries.type(site, "AETERM", "Cough");
        Entries.stored(site, "AETERM");
        site.waitForTimeout(1_500);
        assertThat(site.locator(ANSWER)).hasValue("Because of him");
    }

    @Test
    void the_history_is_told_in_the_readers_language() {
        Entries.type(site, "AESTDAT", "2025-13");
        site.locator("#item-AESTDAT .message.severity-HARD").waitFor();
        Entries.type(site, "AESTDAT", "2025-10-01");
        Entries.stored(site, "AESTDAT");
        site.context()
                .addCookies(List.of(new Cookie("casebook-language", "de")
                        .setUrl(Running.system().url("/"))));
        site.reload();
        site.click("#item-AESTDAT [data-form-act=side]");
        site.click("#tab-history");
        Locator history = site.locator("#side-history");
        assertThat(history).containsText("Rückfrage geschlossen");
        assertThat(history).containsText("Die Prüfung ist erfüllt.");
        assertThat(history).containsText("Studienkoordination");
        assertThat(history).not().containsText("Query");
        assertThat(history).not().containsText("satisfied");
        site.click("#tab-queries");
        assertThat(site.locator("#side-queries")).containsText("Die Prüfung ist erfüllt.");
        assertThat(site.locator("#side-queries")).not().containsText("Edit check");
    }

    @Test
    void where_no_reason_stands_none_is_taken_back_and_the_value_stays() {
        Entries.type(site, "AETERM", "Cough");
        Entries.stored(site, "AETERM");
        site.focus("#item-AETERM input");
        site.keyboard().press("Alt+b");
        site.keyboard().press("0");
        assertThat(site.locator("#blank-dialog")).isHidden();
        assertThat(site.locator("#item-AETERM input").first()).hasValue("Cough");
        site.keyboard().press("Alt+b");
        site.keyboard().press("2");
        assertThat(site.locator("#item-AETERM .blank-chip")).hasText("Unknown");
        Entries.stored(site, "AETERM");
        site.keyboard().press("Alt+b");
        site.keyboard().press("0");
        assertThat(site.locator("#item-AETERM .blank-chip")).hasText("");
        Entries.stored(site, "AETERM");
        assertThat(Entries.trail(site, "AETERM").get(0)).isEqualTo("Cough");
    }

    private Page monitor() {
        Page monitor = visitors.signedIn("monitor");
        monitor.navigate(site.url());
        monitor.waitForSelector("#case-form");
        return monitor;
    }

    private static void look(Page page, String item) {
        page.click("#item-" + item + " [data-form-act=side]");
        page.click("#tab-queries");
    }

    private long form() {
        return Long.parseLong(site.locator("#case-form").getAttribute("data-form"));
    }

    private List<String> queries() {
        return Entries.texts("select state || ' ' || text from edc.query where form_id = " + form() + " order by id");
    }

    private List<String> messages() {
        return Entries.texts("select m.text from edc.query_message m join edc.query q on q.id = m.query_id"
                + " where q.form_id = " + form() + " order by q.id, m.n");
    }
}
