package org.casebook.it.kinds;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The form in the browser: written on with keys and clicks, and read again as a person sees it. */
final class Sheet {

    private static final int PATIENCE_MS = 30_000;
    private static final String FIELD =
            ".item-field input:not([type=range], [type=radio], [type=checkbox]), .item-field textarea";

    private final Page page;

    Sheet(Page page) {
        this.page = page;
        page.locator("#case-form").waitFor();
    }

    /** Writes what was thought of, and waits until all is stored. */
    void write(Kind kind, Written written) {
        Locator row = row(kind);
        if (written.blank() != null) {
            leaveBlank(row, written.blank());
        } else {
            switch (kind) {
                case YES_NO, RADIO -> choose(row, written.text());
                case LIST -> list(row, written.text());
                case SEARCH -> search(row, written);
                case MANY -> mark(row, written.text());
                case UNIT -> {
                    type(row, written.text());
                    settled();
                    row.locator(".unit-choice").selectOption(written.unit() == null ? "U.KG" : written.unit());
                }
                default -> type(row, written.text());
            }
        }
        settled();
    }

    private void type(Locator row, String text) {
        Locator field = row.locator(FIELD).first();
        field.fill(text == null ? "" : text);
        field.press("Tab");
    }

    private void choose(Locator row, String code) {
        if (code == null) {
            row.locator("input").first().focus();
            page.keyboard().press("Backspace");
        } else {
            press(row, code);
        }
    }

    private void list(Locator row, String code) {
        row.locator("select").selectOption(code == null ? "" : code);
    }

    /** Types some letters of the answer and goes down to it by keys; what is no answer is typed whole. */
    private void search(Locator row, Written written) {
        Locator field = row.locator("input");
        field.fill("");
        if (written.meaning() == null) {
            type(row, written.text());
            return;
        }
        String words = row.locator("[data-code='" + written.text() + "']").textContent();
        field.pressSequentially(words.substring(0, 3));
        Locator fitting = row.locator("[role=option]:visible");
        int down = 1;
        while (!fitting.nth(down - 1).textContent().equals(words)) {
            down++;
        }
        for (int i = 0; i < down; i++) {
            field.press("ArrowDown");
        }
        field.press("Enter");
    }

    private void mark(Locator row, String codes) {
        List<String> wanted = codes == null ? List.of() : List.of(codes.split(","));
        for (Locator box : row.locator("input[type=checkbox]").all()) {
            if (box.isChecked() != wanted.contains(box.inputValue())) {
                press(row, box.inputValue());
                settled();
            }
        }
    }

    /** Clicks the words beside the box, as people do. */
    private static void press(Locator row, String code) {
        String id = row.locator("input[value='" + code + "']").getAttribute("id");
        row.locator("label[for='" + id + "']").click();
    }

    private void leaveBlank(Locator row, String reason) {
        row.locator("[data-form-act=blank]").click();
        page.locator("#blank-dialog [data-blank='" + reason + "']").click();
    }

    void settled() {
        try {
            page.locator("#form-stored[data-sign=stored]")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(WaitForSelectorState.ATTACHED)
                            .setTimeout(PATIENCE_MS));
        } catch (TimeoutError late) {
            List<String> open = page.locator(".item:has(.sign[data-sign=failed]), .item:has(.sign[data-sign=storing])")
                    .allInnerTexts();
            throw new AssertionError("Not stored: " + open, late);
        }
    }

    /** What stands in the item: text as typed, or the codes chosen; null when nothing does. */
    String shown(Kind kind) {
        Locator row = row(kind);
        String text = switch (kind) {
            case YES_NO, RADIO, MANY ->
                row.locator("input").all().stream()
                        .filter(Locator::isChecked)
                        .map(Locator::inputValue)
                        .collect(Collectors.joining(","));
            case LIST -> row.locator("select").inputValue();
            case SEARCH -> code(row, row.locator("input").inputValue());
            default -> row.locator(FIELD).first().inputValue();
        };
        return text.isEmpty() ? null : text;
    }

    /** What is no answer is shown as typed. */
    private static String code(Locator row, String words) {
        return row.locator("[role=option]").all().stream()
                .filter(option -> option.textContent().equals(words))
                .map(option -> option.getAttribute("data-code"))
                .findFirst()
                .orElse(words);
    }

    /** The unit that stands beside the field; null for the item's own, and where there is no choice. */
    String unit(Kind kind) {
        Locator choice = row(kind).locator(".unit-choice");
        String unit = choice.count() == 0 ? "U.KG" : choice.inputValue();
        return unit.equals("U.KG") ? null : unit;
    }

    boolean isVisible(Kind kind) {
        return row(kind).isVisible();
    }

    /** Whether the item is marked as not asked any more. */
    boolean notAsked(Kind kind) {
        return row(kind).locator(".message[data-check=SUPERFLUOUS]").count() > 0;
    }

    /** The word for the left-blank reason; empty when there is none. */
    String blank(Kind kind) {
        return Objects.toString(row(kind).locator(".blank-chip").textContent(), "")
                .strip();
    }

    /** Whether the item is flagged as not understood. */
    boolean flagged(Kind kind) {
        return row(kind).locator(".message[data-check=UNREADABLE]").count() > 0;
    }

    private Locator row(Kind kind) {
        return page.locator(".item[data-oid='" + kind.oid() + "']");
    }
}
