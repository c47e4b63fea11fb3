package org.casebook.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.casebook.it.OneSite;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.runtime.Home;
import org.casebook.runtime.demo.Rest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a slow line: what is typed before the answer is there reaches the item it is meant for, and no other. */
class SlowLineIT {
    private static final String STUDY = "KINDS~test-slow";
    private static final String PLACE = "study=" + STUDY + "&site=01";
    private static final Pattern SAVES = Pattern.compile(".*/entry/forms/\\d+/items/[^/]*");

    private static Rest builder;

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private final Deque<Route> held = new ArrayDeque<>();

    private Page page;

    private long form;

    @BeforeAll
    static void load() throws IOException {
        Trial.load();
        String file = Files.readString(Home.current().root().resolve("edc-it/src/test/resources/studies/kinds.xml"));
        OneSite.open(file, "KINDS", "test", "slow");
        builder = Trial.as("builder");
    }

    @Test
    void text_typed_ahead_stands_in_the_item_that_the_answer_shows() {
        begin();
        hold();
        at("YN", "1", "Enter");
        page.keyboard().type("abd");
        keys("Backspace", "ArrowLeft", "x", "End", "c", "Enter", "3");
        answer();
        assertThat(field("HID")).hasValue("axbc");
        stored("HID", "axbc");
        stored("ONE", "t03");
    }

    @Test
    void an_arrow_and_an_emptying_key_leave_the_item_that_was_answered_alone() {
        begin();
        at("ONE", "2");
        Entries.stored(page, "ONE");
        hold();
        at("YN", "2", "Enter", "Delete", "Enter", "ArrowDown", "ArrowDown");
        answer();
        stored("YN", "false");
        stored("ONE", "t02", null);
        assertThat(page.locator("#item-LIST select")).hasValue("l02");
    }

    @Test
    void a_reason_for_leaving_blank_is_given_to_the_next_item() {
        begin();
        hold();
        at("ONE", "1", "Enter", "Alt+b", "2");
        answer();
        assertThat(page.locator("#item-LIST .blank-chip")).hasText("Unknown");
        stored("ONE", "t01");
    }

    @Test
    void a_list_takes_letters_for_one_word_and_a_search_its_marked_answer() {
        begin();
        hold();
        at("ONE", "1", "Enter");
        page.keyboard().type("cobalt f");
        keys("Enter");
        page.keyboard().type("basalt");
        keys("ArrowDown", "Enter", "2", "4");
        answer();
        assertThat(page.locator("#item-LIST select")).hasValue("l11");
        Entries.stored(page, "MANY");
        stored("MANY", "f02", "f02,f04");
        assertThat(Entries.trail(page, "SEARCH")).singleElement().asString().matches("s\\d\\d");
    }

    @Test
    void whoever_clicks_elsewhere_types_there_and_loses_nothing_typed_before() {
        begin();
        hold();
        at("LIST", "b", "Enter");
        page.keyboard().type("amber");
        page.click("#item-INT input");
        page.keyboard().type("77");
        assertThat(field("INT")).hasValue("77");
        assertThat(field("SEARCH")).hasValue("amber");
    }

    @Test
    void a_line_that_is_dead_holds_nobody_up_twice() {
        begin();
        hold();
        at("LIST", "b", "Enter");
        page.keyboard().type("amber");
        assertThat(field("SEARCH")).hasValue("amber", new LocatorAssertions.HasValueOptions().setTimeout(15_000));
        keys("Enter", "2");
        assertThat(page.locator("#item-MANY input").nth(1))
                .isChecked(new LocatorAssertions.IsCheckedOptions().setTimeout(3_000));
    }

    @Test
    void the_way_back_and_what_is_pasted_come_in_their_turn() {
        begin();
        hold();
        at("YN", "1", "Enter");
        page.evaluate("""
                const data = new DataTransfer();
                data.setData('text/plain', 'pasted');
                document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                """);
        keys("Shift+Tab", "2");
        answer();
        assertThat(field("HID")).hasValue("pasted");
        assertThat(page.locator("#item-YN input").nth(1)).isChecked();
    }

    @Test
    void a_question_waits_until_nobody_types_and_takes_no_key() {
        begin();
        hold();
        Entries.fingers(page, "TXT", "mine");
        keys("Tab");
        page.waitForCondition(() -> !held.isEmpty());
        Map<String, Object> theirs = Map.of("key", "theirs", "item", "TXT", "text", "theirs", "itemRevision", 0);
        builder.put("/studies/" + STUDY + "/forms/" + form + "/items?site=01", List.of(theirs));
        page.unroute(SAVES);
        held.pop().resume();
        String said = "what is typed while the answer comes";
        page.keyboard().type(said, new Keyboard.TypeOptions().setDelay(60));
        assertThat(page.locator("#conflict-dialog")).isHidden();
        assertThat(page.locator("#item-LONG textarea")).hasValue(said);
        assertThat(page.locator("#conflict-dialog")).isVisible();
        assertThat(page.locator("#conflict-reason")).hasValue("");
    }

    @Test
    void taken_back_after_a_lost_answer_what_stood_before_is_entered_anew() {
        begin();
        Entries.type(page, "TXT", "first");
        Entries.stored(page, "TXT");
        page.route(SAVES, route -> {
            route.fetch();
            route.abort();
        });
        Entries.type(page, "TXT", "second");
        Entries.sign(page, "TXT", "failed");
        page.unroute(SAVES);
        page.click("#item-TXT [data-form-act='discard']");
        Entries.stored(page, "TXT");
        assertThat(field("TXT")).hasValue("first");
        assertThat(Entries.trail(page, "TXT")).containsExactly("first", "second", "first");
        page.reload();
        assertThat(field("TXT")).hasValue("first");
    }

    @Test
    void what_was_refused_since_it_is_not_asked_any_more_is_seen_and_taken_back() {
        begin();
        at("YN", "1");
        Entries.stored(page, "YN");
        assertThat(field("HID")).isVisible();
        Map<String, Object> theirs = Map.of("key", "not-asked", "item", "YN", "text", "false", "itemRevision", 1);
        builder.put("/studies/" + STUDY + "/forms/" + form + "/items?site=01", List.of(theirs));
        Entries.type(page, "HID", "late");
        Entries.sign(page, "HID", "failed");
        page.navigate(Running.system().url("/home.xhtml?" + PLACE));
        page.navigate(Running.system().url("/capture/case-form.xhtml?" + PLACE + "&form=" + form));
        Entries.sign(page, "HID", "failed");
        assertThat(field("HID")).hasValue("late");
        page.click("#item-HID [data-form-act='discard']");
        assertThat(page.locator("#item-HID")).isHidden();
        assertThat(page.locator("#form-stored-word")).hasText("Everything is stored");
        page.reload();
        assertThat(page.locator("#form-stored-word")).hasText("Everything is stored");
        assertThat(Entries.trail(page, "HID")).isEmpty();
    }

    /** Parts of the page that lie over each other, or beside the screen. */
    private static final String CROWDED = """
            (selector) => {
              const parts = [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility());
              const boxes = parts.map((part) => ({ name: part.id || part.className, box: part.getBoundingClientRect() }));
              const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
              const beside = boxes.filter((one) => one.box.left < 0 || one.box.right > innerWidth).map((one) => one.name);
              const pairs = boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => over(one.box, other.box)).map((other) => one.name + ' / ' + other.name));
              return [boxes.length, ...beside, ...pairs].join(', ');
            }
            """;

    @Test
    void on_a_phone_all_that_the_foot_tells_has_its_room_in_german_too() {
        begin();
        page.click("details.person summary");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Deutsch"))
                .click();
        visitors.tab("builder").navigate(page.url());
        page.bringToFront();
        page.setViewportSize(390, 844);
        page.route(SAVES, Route::abort);
        Entries.type(page, "INT", "12");
        Entries.type(page, "WGT", "70.5");
        Entries.sign(page, "WGT", "failed");
        assertThat(page.locator("#form-presence"))
                .containsText(
                        "auch in einem anderen Fenster",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        assertThat(page.locator("#form-look-button")).isVisible();
        Visitors.picture(page, "foot-crowded-german");
        String foot =
                ".foot-state .pi:not(button .pi), #form-stored-word, #why-form, #form-look-button, #form-presence";
        assertThat(page.evaluate(CROWDED, foot)).isEqualTo("5");
        page.click("#item-TXT [data-form-act='side']");
        page.waitForSelector("#side [role='tab']");
        assertThat(page.evaluate(CROWDED, "#side [role='tab']")).isEqualTo("4");
        Visitors.picture(page, "side-german");
    }

    @Test
    void a_button_that_is_pressed_before_the_script_is_there_does_its_work_when_it_is() {
        begin();
        page.route(Pattern.compile(".*/case-form\\.js.*"), held::add);
        page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("#item-TXT [data-form-act='side']").click();
        page.waitForCondition(() -> !held.isEmpty());
        assertThat(page.locator("#side")).isHidden();
        held.pop().resume();
        assertThat(page.locator("#side-title"))
                .hasText(page.locator("#item-TXT .item-label").textContent());
    }

    // ---- the line ----
    private void hold() {
        page.route(SAVES, held::add);
    }

    /** The answers come. */
    private void answer() {
        page.waitForCondition(() -> !held.isEmpty());
        page.unroute(SAVES);
        while (!held.isEmpty()) {
            held.pop().resume();
        }
    }

    private void at(String item, String... pressed) {
        page.locator("#item-" + item + " input, #item-" + item + " select")
                .first()
                .focus();
        keys(pressed);
    }

    private void keys(String... pressed) {
        for (String key : pressed) {
            page.keyboard().press(key);
        }
    }

    private Locator field(String item) {
        return page.locator("#item-" + item + " input").first();
    }

    /** Its values in the trail, once the page says that it is stored. */
    private void stored(String item, String... values) {
        assertThat(page.locator("#item-" + item + " .sign[data-sign='stored']")).isAttached();
        assertThat(page.locator("#form-stored-word")).hasText("Everything is stored");
        assertThat(Entries.trail(page, item)).containsExactly(values);
    }

    private void begin() {
        JsonNode subject = builder.post("/studies/" + STUDY + "/participants?site=01", Map.of());
        Map<String, String> seat =
                Map.of("subject", subject.path("subject").asText(), "event", "SE.1", "form", "KINDS");
        form = builder.post("/studies/" + STUDY + "/forms?site=01", seat)
                .path("header")
                .path("id")
                .asLong();
        page = visitors.signedIn("builder");
        page.navigate(Running.system().url("/capture/case-form.xhtml?" + PLACE + "&form=" + form));
        page.waitForSelector(
                "#item-TXT .sign", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }
}
