package org.casebook.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casebook.it.Figures;
import org.casebook.it.OneSite;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.runtime.Home;
import org.casebook.runtime.demo.Rest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mark on a line goes by keys, and a calendar helps with dates without taking anything that was typed. */
class MarksAndDatesIT {

    /** Another with each run, so that a demonstration that runs can be tested again. */
    private static final String COPY = "marks" + Long.toString(System.nanoTime(), 36);

    private static final String STUDY = "KINDS~test-" + COPY;
    private static final String PLACE = "study=" + STUDY + "&site=01";
    private static final int PHONE = 390;

    private static final String WATCH = "window.shift = 0; window.moved = [];"
            + " new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value;"
            + " entry.sources.forEach(source => window.moved.push(source.node && (source.node.id || source.node.className)));"
            + " })).observe({ type: 'layout-shift', buffered: true });";

    private static Rest builder;

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    @BeforeAll
    static void load() throws IOException {
        builder = Trial.as("builder");
        String file = Files.readString(Home.current().root().resolve("edc-it/src/test/resources/studies/kinds.xml"))
                .replace(
                        "Name=\"VAS\" DataType=\"integer\" Length=\"3\"",
                        "Name=\"VAS\" DataType=\"decimal\" cb:SignificantDigits=\"1\"");
        assertThat(file).contains("SignificantDigits=\"1\" cb:UnitOID=\"U.MM\"");
        OneSite.open(file, "KINDS", "test", COPY);
    }

    @Test
    void the_line_and_its_number_go_by_the_last_digit_and_are_empty_until_touched() throws IOException {
        Page page = opened();
        Locator line = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("A mark on a line"));
        Locator number = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("A mark on a line"));
        assertThat(number.inputValue()).as("no mark is not 0").isEmpty();
        assertThat(line.getAttribute("aria-valuetext")).isEqualTo("No mark yet");

        number.focus();
        page.keyboard().press("Tab");
        assertThat(line.evaluate("field => field === document.activeElement")).isEqualTo(true);
        assertThat(number.inputValue()).as("to come by is no mark").isEmpty();
        page.keyboard().press("ArrowRight");
        assertThat(number.inputValue()).isEqualTo("0.0");
        for (String key : new String[] {"PageUp", "PageUp", "PageUp", "ArrowUp", "ArrowRight", "ArrowLeft"}) {
            page.keyboard().press(key);
        }
        assertThat(number.inputValue()).isEqualTo("30.1");
        assertThat(line.getAttribute("aria-valuetext")).isEqualTo("30.1");
        Entries.stored(page, "VAS");
        page.locator("#item-VAS[data-stored='30.1']").waitFor();

        page.keyboard().press("Shift+Tab");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowDown");
        assertThat(number.inputValue()).isEqualTo("30.2");
        assertThat(line.inputValue()).isEqualTo("30.2");
        page.keyboard().press("Enter");
        page.locator("#item-VAS[data-stored='30.2']").waitFor();
        assertThat(Entries.trail(page, "VAS"))
                .as("a change for each rest, not for each key")
                .containsExactly("30.1", "30.2");

        line.focus();
        page.keyboard().press("End");
        page.keyboard().press("ArrowRight");
        assertThat(number.inputValue()).as("never beyond its end").isEqualTo("100.0");
        number.fill("");
        number.press("Tab");
        page.locator("#item-VAS[data-stored='']").waitFor();
        page.reload();
        assertThat(number.inputValue()).isEmpty();
        assertThat(line.getAttribute("class")).contains("unmarked");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void a_calendar_writes_as_if_typed_and_takes_no_part_of_a_date() throws IOException {
        Page page = opened();
        Locator date = page.locator("#item-DAT input[type=text]");
        Locator button = page.locator("#item-DAT")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Choose in the calendar: A date"));
        countPickers(page);
        button.click();
        date.focus();
        page.keyboard().press("Alt+ArrowDown");
        assertThat(page.evaluate("window.opened")).as("by pointer and by keys").isEqualTo(2);
        choose(page, "DAT", "2024-03-05");
        page.locator("#item-DAT[data-stored='2024-03-05']").waitFor();
        assertThat(page.locator("#item-DAT .understood").textContent()).isEqualTo("5 March 2024");
        assertThat(date.evaluate("field => field === document.activeElement")).isEqualTo(true);

        Entries.type(page, "PDAT", "UN-MAR-2024");
        page.locator("#item-PDAT[data-stored='UN-MAR-2024']").waitFor();
        assertThat(page.locator("#item-PDAT .calendar-days").inputValue())
                .as("a part of a date is no day of a calendar")
                .isEmpty();
        choose(page, "PDAT", "2024-03-15");
        page.locator("#reason-dialog[open]").getByText("UN-MAR-2024").waitFor();
        page.keyboard().press("Escape");
        assertThat(Entries.shown(page, "PDAT")).isEqualTo("UN-MAR-2024");
        choose(page, "PDAT", "2024-03-16");
        page.locator("#reason-ok").click();
        page.locator("#item-PDAT[data-stored='2024-03-16']").waitFor();
        assertThat(Entries.trail(page, "PDAT")).containsExactly("UN-MAR-2024", "2024-03-16");

        choose(page, "DTM", "2024-03-05T09:30");
        page.locator("#item-DTM[data-stored='2024-03-05 09:30']").waitFor();
        assertThat(page.locator("#item-DTM .message").count()).isZero();
    }

    @Test
    void the_calendar_moves_nothing_wide_or_on_a_phone() throws IOException {
        Page page = visitors.signedIn("builder");
        page.context().addInitScript(WATCH);
        String form = form();
        double worst = 0;
        List<Object> moved = new ArrayList<>();
        for (int width : new int[] {1440, PHONE}) {
            page.setViewportSize(width, 844);
            page.navigate(Running.system().url("/capture/case-form.xhtml?" + PLACE + "&form=" + form));
            page.locator("#item-DAT .sign").waitFor(attached());
            page.waitForTimeout(300);
            page.evaluate("window.shift = 0; window.moved = []");
            countPickers(page);
            page.locator("#item-DAT .calendar-button").click();
            choose(page, "DAT", width == PHONE ? "2024-03-07" : "2024-03-06");
            Entries.stored(page, "DAT");
            page.waitForTimeout(700);
            worst = Math.max(worst, ((Number) page.evaluate("window.shift")).doubleValue());
            moved.add(page.evaluate("window.moved.join()"));
            var box = page.locator("#item-PDAT .calendar-button").boundingBox();
            var field = page.locator("#item-PDAT input[type=text]").boundingBox();
            assertThat(box.y).as("beside the field").isBetween(field.y - 8, field.y + field.height);
            assertThat(box.x + box.width).isLessThanOrEqualTo(width);
            if (width == PHONE) {
                assertThat(Math.min(box.width, box.height)).isGreaterThanOrEqualTo(44);
            }
        }
        Figures.atMost("Layout shift when a calendar writes a date", worst, "", 0);
        assertThat(worst).as(moved.toString()).isZero();
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }

    /** The browser's own calendar cannot be driven by a test: what opens it is counted, what it chooses is set as it does. */
    private static void countPickers(Page page) {
        page.evaluate("() => { window.opened = 0;"
                + " HTMLInputElement.prototype.showPicker = function () { window.opened++; }; }");
    }

    private static void choose(Page page, String item, String value) {
        page.locator("#item-" + item + " .calendar-days")
                .evaluate(
                        "(days, value) => { days.value = value;"
                                + " days.dispatchEvent(new Event('input', { bubbles: true }));"
                                + " days.dispatchEvent(new Event('change', { bubbles: true })); }",
                        value);
    }

    @Test
    void an_answer_found_by_letters_is_stored_however_long_the_server_takes() throws IOException {
        Page page = opened();
        List<Route> held = new ArrayList<>();
        page.route("**/entry/forms/*/items/*", held::add);
        Locator field = page.locator("#item-SEARCH input");
        String words = page.locator("#item-SEARCH [role=option]").first().textContent();
        field.pressSequentially(words.substring(0, 3));
        field.press("ArrowDown");
        field.press("Enter");
        // longer than the form waits before it keeps what is being typed
        page.waitForTimeout(700);
        held.forEach(Route::resume);
        assertThat(page.locator("#form-stored-word")).hasText("Everything is stored");
    }

    @Test
    void a_correction_that_waits_for_its_reason_outlives_the_window() throws IOException {
        String form = form();
        Page page = visitors.signedIn("builder");
        String address = Running.system().url("/capture/case-form.xhtml?" + PLACE + "&form=" + form);
        page.navigate(address);
        Entries.type(page, "INT", "72");
        Entries.stored(page, "INT");
        builder.post("/studies/" + STUDY + "/forms/" + form + "/complete?site=01", null);
        page.reload();
        Entries.type(page, "INT", "81");
        page.locator("#reason-dialog[open]").waitFor();
        Page next = page.context().newPage();
        page.close();
        next.navigate(address);
        next.locator("#reason-dialog[open]").waitFor();
        next.fill("#reason-input", "Misread");
        next.click("#reason-ok");
        Entries.stored(next, "INT");
        assertThat(Entries.trail(next, "INT")).containsExactly("72", "81");
    }

    @Test
    void of_answers_that_differ_by_a_capital_the_one_that_was_clicked_is_stored() throws IOException {
        Page page = opened();
        // as a study may have them, though its builder should not
        page.evaluate("() => { const all = document.querySelectorAll('#item-SEARCH [role=option]');"
                + " all[4].textContent = all[0].textContent.toUpperCase(); }");
        Locator options = page.locator("#item-SEARCH [role=option]");
        String code = options.nth(4).getAttribute("data-code");
        page.locator("#item-SEARCH input").fill(options.first().textContent().substring(0, 5));
        options.nth(4).click();
        Entries.stored(page, "SEARCH");
        assertThat(Entries.trail(page, "SEARCH")).containsExactly(code);
    }

    private Page opened() throws IOException {
        Page page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/capture/case-form.xhtml?" + PLACE + "&form=" + form()));
        page.waitForSelector("#case-form");
        return page;
    }

    private static String form() throws IOException {
        String subject = builder.post("/studies/" + STUDY + "/participants?site=01", null)
                .path("subject")
                .asText();
        return builder.post(
                        "/studies/" + STUDY + "/forms?site=01",
                        Map.of("subject", subject, "event", "SE.1", "form", "KINDS"))
                .path("header")
                .path("id")
                .asText();
    }
}
