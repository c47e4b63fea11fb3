package org.casebook.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casebook.it.Running;
import org.casebook.it.Visitors;

/** A form page as tests of entering use it, and what came of it in the trail. */
final class Entries {
    static final String PLACE = "study=BMMSC&site=101";

    private static final double PATIENCE_MS = 60_000;

    private Entries() {}

    /** A new row in the log of site 101's second participant, who takes part, opened on its page. */
    static Page newAdverseEvent(Visitors visitors, String account) {
        return newAdverseEvent(visitors.signedIn(account));
    }

    /** The same in this tab, whose session stands. */
    static Page newAdverseEvent(Page page) {
        page.navigate(Running.system().url("/capture/log.xhtml?" + PLACE + "&subject=101-002&form=AE"));
        page.click(".page-actions [data-url='/entry/rows']");
        return onItsPage(page);
    }

    /** The row that is open below its log, on a page of its own. */
    static Page onItsPage(Page page) {
        page.waitForSelector("#case-form");
        String form = page.locator("#case-form").getAttribute("data-form");
        page.navigate(Running.system().url("/capture/case-form.xhtml?" + PLACE + "&form=" + form));
        page.waitForSelector("#case-form");
        return page;
    }

    /** Types as fingers do, and stays in the field. */
    static void fingers(Page page, String item, String text) {
        page.focus("#item-" + item + " input, #item-" + item + " textarea");
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    /** Types and leaves the field. */
    static void type(Page page, String item, String text) {
        Locator field = page.locator("#item-" + item + " input").first();
        field.fill(text);
        field.press("Tab");
    }

    static String shown(Page page, String item) {
        return page.locator("#item-" + item + " input").first().inputValue();
    }

    static void stored(Page page, String item) {
        sign(page, item, "stored");
    }

    static void sign(Page page, String item, String state) {
        page.waitForSelector(
                "#item-" + item + " .sign[data-sign='" + state + "']",
                new Page.WaitForSelectorOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(PATIENCE_MS));
    }

    /** What is said below the item. */
    static String said(Page page, String item) {
        return page.locator("#item-" + item + " .item-messages").textContent();
    }

    /** What the trail tells of the item: the new value of each change, oldest first. */
    static List<String> trail(Page page, String item) {
        String id = page.url().replaceAll(".*[?&]form=(\\d+).*", "$1");
        return texts("select new_value from edc.audit_entry where form_id = " + Long.parseLong(id) + " and item_oid = '"
                + item + "' and action = 'item-changed' order by id");
    }

    static List<String> texts(String sql) {
        try (Connection owner = Running.system().asOwner();
                PreparedStatement query = owner.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(String.format(Locale.ROOT, "cannot read: %s", sql), e);
        }
    }

    /** Everything that this browser keeps for the next time, as one text. */
    static String kept(Page page) {
        return String.valueOf(page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})"));
    }

    static int unsent(Page page) {
        return ((Number) page.evaluate(
                        "Object.keys(localStorage).filter(key => key.startsWith('casebook-unsent')).length"))
                .intValue();
    }
}
