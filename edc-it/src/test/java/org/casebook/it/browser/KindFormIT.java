package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.casebook.it.Figures;
import org.casebook.it.OneSite;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.runtime.demo.Rest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A form of thirty items of every kind: filled by keyboard alone, without anything moving, and asked why. */
class KindFormIT {
    private static final String STUDY = "THIRTY~training-kind";
    private static final String PLACE = "study=" + STUDY + "&site=01";
    private static final double MOST_SHIFT = 0.02;
    private static final int LOOKING_MS = 700;
    private static final int SLOW_MS = 800;
    private static final Pattern SAVES = Pattern.compile(".*/entry/.*items/.*");

    /** Counts keys and clicks, and keeps every layout shift, from the first paint on. */
    private static final String WATCH = """
            addEventListener('keydown', () => { sessionStorage.keys = Number(sessionStorage.keys || 0) + 1; }, true);
            addEventListener('pointerdown', () => { sessionStorage.clicks = Number(sessionStorage.clicks || 0) + 1; }, true);
            window.shifts = [];
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.shifts.push({
              value: entry.value, recent: entry.hadRecentInput,
              what: entry.sources.map((source) => source.node && (source.node.id || source.node.className || source.node.nodeName)).join(', ')
            }))).observe({ type: 'layout-shift', buffered: true });
            """;

    /** What is pressed on each item, in the order of the form; items that are computed are passed over by themselves. */
    private static final Map<String, String> ANSWERS = answers();

    private static String subject;

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private static Map<String, String> answers() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("VISDAT", "2024-03-05");
        keys.put("VISTIM", "09:30");
        keys.put("EXAMINER", "Ines Coda");
        keys.put("POSITION", "#1");
        keys.put("SYS", "310");
        keys.put("DIA", "160");
        keys.put("PULSE", "72");
        keys.put("TEMP", "51.5");
        keys.put("WEIGHT", "70.5");
        keys.put("HEIGHT", "172");
        keys.put("PAINYN", "#1");
        keys.put("PAIN", "45");
        keys.put("PAINSINCE", "2023-11");
        keys.put("PAINWHERE", "#12");
        keys.put("SLEEP", "#2");
        keys.put("WALK", "#3");
        keys.put("MOOD", "#1");
        keys.put("SMOKE", "#1");
        keys.put("CIGS", "95");
        keys.put("COUNTRY", "Germ");
        keys.put("LASTMEAL", "2024-03-05T07:15");
        keys.put("HB", "9.5");
        keys.put("GLUC", "5.4");
        keys.put("LEFTKIT", "K-17");
        keys.put("KITOK", "#1");
        keys.put("FIT", "#1");
        keys.put("NOTES", "Nothing more");
        return keys;
    }

    @BeforeAll
    static void open() throws IOException {
        Trial.load();
        Rest builder = Trial.as("builder");
        String file = new String(
                KindFormIT.class.getResourceAsStream("/studies/thirty.xml").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        OneSite.open(file, "THIRTY", "training", "kind");
        subject = builder.post("/studies/" + STUDY + "/participants?site=01", null)
                .path("subject")
                .asText();
    }

    @Test
    void thirty_items_take_no_mouse_and_no_save_and_the_next_form_opens_by_keys() {
        Page page = opened("SE_BASE");
        page.evaluate("sessionStorage.keys = 0; sessionStorage.clicks = 0");
        int typed = ANSWERS.values().stream()
                .mapToInt(keys -> keys.replace("#", "").length())
                .sum();
        ANSWERS.forEach((item, keys) -> answer(page, item, keys, 0));
        page.keyboard().press("Tab");
        page.waitForSelector("#form-stored[data-sign='stored']");
        page.waitForSelector("#item-NOTES .sign[data-sign='stored']", attached());
        assertThat(page.locator("#item-MAP output").textContent()).isEqualTo("210.0");
        assertThat(page.locator("#item-BMI output").textContent()).isEqualTo("23.8");

        page.keyboard().press("Alt+c");
        page.waitForSelector("#reason-dialog[open]");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        assertThat(page.locator(".subject-header .status").textContent()).contains("Complete");
        for (String item : ANSWERS.keySet()) {
            assertThat(page.locator("#item-" + item).getAttribute("data-stored"))
                    .as(item)
                    .isNotEmpty();
        }
        int keys = number(page, "keys");
        assertThat(number(page, "clicks")).isZero();
        Figures.add("Clicks to fill and complete a form of 30 items", number(page, "clicks"), "clicks", "0", true);
        Figures.atMost("Keys beyond what is typed, for a form of 30 items", keys - typed, "keys", 40);

        page.waitForSelector("#form-next:not([aria-disabled])");
        page.waitForNavigation(() -> page.keyboard().press("Alt+n"));
        page.waitForSelector("#item-DONEYN input:focus");
        page.waitForSelector("#form-previous:not([aria-disabled])");
        page.waitForNavigation(() -> page.keyboard().press("Alt+p"));
        page.waitForSelector("#item-SYS");
    }

    @Test
    void nothing_moves_while_a_form_with_errors_is_filled_and_what_needs_a_look_is_listed() {
        Page page = opened("SE_M1");
        ANSWERS.forEach((item, keys) -> answer(page, item, keys, LOOKING_MS));
        page.keyboard().press("Tab");
        page.waitForSelector("#item-NOTES .sign[data-sign='stored']", attached());
        page.waitForTimeout(LOOKING_MS);
        double shift = sum(page, "window.shifts.filter((one) => !one.recent).reduce((all, one) => all + one.value, 0)");
        double every = sum(page, "window.shifts.reduce((all, one) => all + one.value, 0)");
        Object what = page.evaluate("JSON.stringify(window.shifts.filter((one) => one.value > 0.001))");
        Figures.atMost("Layout shift while a form of 30 items is filled with errors", shift, "", MOST_SHIFT);
        Figures.add("The same with what follows a key within half a second", every, "", "reported", true);
        assertThat(shift).as(String.valueOf(what)).isLessThanOrEqualTo(MOST_SHIFT);

        assertThat(page.locator("#item-SYS .message").first().textContent())
                .contains("Systolic pressure: 310 is outside 60–250 mmHg. Check the value.");
        assertThat(page.locator("#item-TEMP .message.severity-HARD").textContent())
                .contains("Temperature: 51.5 is outside 34–43 °C. Correct it, or answer the query.");
        page.keyboard().press("Alt+l");
        Locator list = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("5 items need a look"));
        list.waitFor();
        list.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Temperature"))
                .press("Enter");
        page.waitForSelector("#item-TEMP input:focus");
    }

    @Test
    void why_is_answered_beside_what_is_hidden_flagged_and_overdue_with_a_way_to_mend_it() {
        Page page = opened("SE_M3");
        page.getByRole(AriaRole.BUTTON, named("3 items are not asked here")).click();
        page.getByRole(AriaRole.BUTTON, named("Why? How strong is the pain")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG, named("Why? How strong is the pain"));
        dialog.locator(".why-inputs").waitFor();
        assertThat(dialog.textContent()).contains("Left out when: “Pain today” is no", "missing");
        dialog.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Change: Pain today"))
                .click();
        page.waitForSelector("#item-PAINYN input:focus");
        page.keyboard().press("1");
        page.waitForSelector("#item-PAIN", visible());

        page.focus("#item-SYS input");
        page.keyboard().type("20");
        page.keyboard().press("Enter");
        page.waitForSelector("#item-SYS .message .why-button");
        page.focus("#item-SYS input");
        page.keyboard().press("Alt+w");
        page.getByRole(AriaRole.DIALOG, named("Why? Systolic pressure")).waitFor();
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.BUTTON, named("Why? The form as a whole")).click();
        Locator form = page.getByRole(AriaRole.DIALOG, named("Why? Examination"));
        form.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Change: Fit to go on"))
                .click();
        page.waitForSelector("#item-FIT input:focus");

        page.focus("#item-SYS input");
        page.keyboard().press("Alt+i");
        page.getByRole(AriaRole.TAB, named("Definition")).click();
        Locator card = page.locator("#side-definition");
        card.locator("dl").waitFor();
        assertThat(card.textContent()).contains("Whole number", "mmHg", "60–250 mmHg");

        page.navigate(Running.system().url("/subject/subject.xhtml?" + PLACE + "&subject=" + subject));
        page.getByRole(AriaRole.BUTTON, named("Why? Month 3")).click();
        page.getByRole(AriaRole.DIALOG, named("Why? Month 3")).waitFor();
        page.waitForSelector("#why-reasons .why-inputs");
    }

    @Test
    void keys_typed_ahead_on_a_slow_line_go_where_they_are_meant() {
        Page page = newForm("SE_BASE");
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", SLOW_MS);
        slow.addProperty("downloadThroughput", -1);
        slow.addProperty("uploadThroughput", -1);
        CDPSession line = page.context().newCDPSession(page);
        line.send("Network.enable");
        line.send("Network.emulateNetworkConditions", slow);
        page.focus("#item-POSITION input");
        page.keyboard().type("2");
        page.keyboard().press("Enter");
        page.keyboard().type("128");
        page.keyboard().press("Enter");
        page.keyboard().type("84");
        page.keyboard().press("Tab");
        for (String item : new String[] {"POSITION", "SYS", "DIA"}) {
            page.waitForSelector("#item-" + item + " .sign[data-sign='stored']", attached());
        }
        assertThat(page.locator("#item-POSITION input:checked").getAttribute("value"))
                .isEqualTo(page.locator("#item-POSITION input").nth(1).getAttribute("value"));
        assertThat(page.locator("#item-SYS").getAttribute("data-stored")).isEqualTo("128");
        assertThat(page.locator("#item-DIA").getAttribute("data-stored")).isEqualTo("84");
    }

    @Test
    void what_is_not_stored_moves_nothing_asks_on_leaving_and_is_told_on_every_page() {
        Page page = newForm("SE_BASE");
        page.setViewportSize(390, 844);
        page.focus("#item-SYS input");
        double width = page.locator("#item-SYS input").boundingBox().width;
        page.waitForTimeout(LOOKING_MS);
        page.evaluate("window.shifts.length = 0");
        page.route(SAVES, route -> route.abort());
        page.keyboard().type("128");
        page.keyboard().press("Enter");
        page.waitForSelector("#item-SYS .sign[data-sign='failed']", attached());
        page.waitForTimeout(LOOKING_MS);
        assertThat(page.locator("#item-SYS input").boundingBox().width).isEqualTo(width);
        double shift = sum(page, "window.shifts.reduce((all, one) => all + one.value, 0)");
        Figures.atMost("Layout shift when an entry is not stored, 390 px", shift, "", MOST_SHIFT);
        assertThat(shift).isLessThanOrEqualTo(MOST_SHIFT);
        Visitors.picture(page, "form-not-stored-narrow");
        page.setViewportSize(1440, 900);
        Visitors.picture(page, "form-not-stored");

        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        String form = page.url();
        page.navigate(Running.system().url("/home.xhtml?" + PLACE));
        assertThat(asked).containsExactly("beforeunload");
        page.locator("#unsent-note").waitFor();
        Visitors.picture(page, "unsent-note");
        page.unroute(SAVES);
        page.navigate(form);
        page.waitForSelector("#item-SYS .sign[data-sign='stored']", attached());
        assertThat(page.locator("#item-SYS").getAttribute("data-stored")).isEqualTo("128");
        page.navigate(Running.system().url("/home.xhtml?" + PLACE));
        page.waitForTimeout(LOOKING_MS);
        assertThat(page.locator("#unsent-note").count()).isZero();
    }

    /** The form of thirty items of a participant of its own. */
    private Page newForm(String event) {
        String own = Trial.as("builder")
                .post("/studies/" + STUDY + "/participants?site=01", null)
                .path("subject")
                .asText();
        return opened(own, event);
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    /** The form of thirty items at this visit, started from the participant's page by its button's key. */
    private Page opened(String event) {
        return opened(subject, event);
    }

    private Page opened(String whose, String event) {
        Page page = visitors.signedIn("builder");
        page.context().addInitScript(WATCH);
        page.navigate(Running.system().url("/subject/subject.xhtml?" + PLACE + "&subject=" + whose));
        page.locator("#" + event + " .form-list")
                .getByText("Examination")
                .first()
                .focus();
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        page.waitForSelector("#item-VISDAT input:focus");
        return page;
    }

    private static void answer(Page page, String item, String keys, int pause) {
        page.waitForSelector("#item-" + item + ":focus-within");
        page.keyboard().type(keys.replace("#", ""));
        if (!item.equals("NOTES")) {
            page.keyboard().press("Enter");
        }
        page.waitForSelector("#item-" + item + " .sign[data-sign='stored']", attached());
        page.waitForTimeout(pause);
    }

    private static int number(Page page, String name) {
        return Integer.parseInt(String.valueOf(page.evaluate("sessionStorage." + name)));
    }

    private static double sum(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private static Page.WaitForSelectorOptions visible() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE);
    }
}
