package org.casebook.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import org.casebook.it.Figures;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people in one form: each knows of the other, what they change in different items comes together, in one item one decides. */
class TwoAtOneFormIT {
    private static final double HALF_A_MINUTE_MS = 30_000;
    private static final String PRESENCE = "#form-presence";

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private Page first;
    private Page second;

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @BeforeEach
    void both() {
        first = Entries.newAdverseEvent(visitors, "coordinator-101");
        second = visitors.signedIn("investigator-101");
        second.navigate(first.url());
        second.waitForSelector("#case-form");
    }

    @Test
    void each_is_told_who_is_there_and_when_the_other_has_gone() {
        assertThat(second.locator(PRESENCE)).containsText("Ines Coda", soon());
        assertThat(first.locator(PRESENCE)).containsText("is in this form too.", soon());
        assertThat(first.locator(PRESENCE)).not().containsText("Ines Coda");
        second.close();
        first.bringToFront();
        assertThat(first.locator(PRESENCE))
                .hasText("", new LocatorAssertions.HasTextOptions().setTimeout(2 * HALF_A_MINUTE_MS));
    }

    @Test
    void a_tab_that_was_killed_has_gone_within_half_a_minute() {
        assertThat(first.locator(PRESENCE)).containsText("is in this form too.", soon());
        // as when the machine was switched off: nothing says goodbye
        second.context().setOffline(true);
        long begin = System.nanoTime();
        assertThat(first.locator(PRESENCE))
                .hasText("", new LocatorAssertions.HasTextOptions().setTimeout(2 * HALF_A_MINUTE_MS));
        double seconds = (System.nanoTime() - begin) / 1e9;
        Figures.atMost("a person vanishes from a form after a killed tab", Math.round(seconds), "s", 35);
        assertThat(seconds).isLessThan(35);
    }

    @Test
    void changes_of_different_items_come_together_on_both_pages() {
        Entries.type(second, "AESTDAT", "2026-10-02");
        Entries.stored(second, "AESTDAT");
        // the answer to an entry of one's own tells that there is more
        Entries.type(first, "AETERM", "Backache");
        assertThat(first.locator("#item-AESTDAT input").first())
                .hasValue("2026-10-02", new LocatorAssertions.HasValueOptions().setTimeout(5_000));
        // and the heartbeat tells whoever only looks, where the cursor stands and stays
        second.focus("#item-AESTDAT input");
        assertThat(second.locator("#item-AETERM input").first())
                .hasValue("Backache", new LocatorAssertions.HasValueOptions().setTimeout(HALF_A_MINUTE_MS));
        assertThat(second.evaluate("document.activeElement.closest('.item').dataset.oid"))
                .isEqualTo("AESTDAT");
        // neither has to decide anything when they go on
        Entries.type(first, "AESTDAT", "2026-10-03");
        Entries.stored(first, "AESTDAT");
        assertThat(first.isVisible("#conflict-dialog[open]")).isFalse();
        assertThat(Entries.trail(first, "AESTDAT")).containsExactly("2026-10-02", "2026-10-03");
        assertThat(Entries.trail(first, "AETERM")).containsExactly("Backache");
    }

    @Test
    void nobody_is_overwritten_by_what_was_begun_before_his_change() {
        Entries.fingers(first, "AESTDAT", "2026-1");
        Entries.sign(first, "AESTDAT", "typing");
        Entries.type(second, "AESTDAT", "2026-09-30");
        Entries.stored(second, "AESTDAT");
        // the heartbeat brings the news of the item that is being typed in, and leaves it alone
        first.waitForTimeout(12_000);
        first.keyboard().type("0-03");
        first.keyboard().press("Tab");
        first.waitForSelector("#conflict-dialog[open]");
        assertThat(first.locator("#conflict-stored").textContent()).isEqualTo("2026-09-30");
        assertThat(first.locator("#conflict-yours").textContent()).isEqualTo("2026-10-03");
        assertThat(first.locator("#conflict-text").textContent()).doesNotContain("Ines Coda");
        first.click("#conflict-theirs");
        assertThat(Entries.shown(first, "AESTDAT")).isEqualTo("2026-09-30");
        assertThat(Entries.trail(first, "AESTDAT")).containsExactly("2026-09-30");
    }

    @Test
    void in_the_middle_of_a_word_nobody_is_asked_and_on_leaving_the_later_one_decides_with_a_reason() {
        Entries.type(second, "AETERM", "Migraine");
        Entries.stored(second, "AETERM");
        Entries.fingers(first, "AETERM", "Tension");
        Entries.sign(first, "AETERM", "failed");
        assertThat(first.isVisible("#conflict-dialog[open]")).isFalse();
        assertThat(Entries.said(first, "AETERM")).contains("changed this item meanwhile to “Migraine”");
        first.keyboard().press("End");
        first.keyboard().type(" headache");
        first.keyboard().press("Tab");
        first.waitForSelector("#conflict-dialog[open]");
        assertThat(first.locator("#conflict-yours").textContent()).isEqualTo("Tension headache");
        first.fill("#conflict-reason", "The source says so");
        first.click("#conflict-mine");
        Entries.stored(first, "AETERM");
        assertThat(Entries.trail(first, "AETERM")).isEqualTo(List.of("Migraine", "Tension headache"));
        assertThat(second.locator("#item-AETERM input").first())
                .hasValue("Tension headache", new LocatorAssertions.HasValueOptions().setTimeout(HALF_A_MINUTE_MS));
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(HALF_A_MINUTE_MS);
    }
}
