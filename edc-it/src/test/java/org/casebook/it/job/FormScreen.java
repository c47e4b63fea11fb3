package org.casebook.it.job;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A case form in the browser: answers it as a person does, with keyboard and mouse, and waits for the sign of storing. */
final class FormScreen {
    private static final int PATIENCE_MS = 30_000;

    private final Page page;

    FormScreen(Page page) {
        this.page = page;
        page.locator("#case-form").waitFor();
    }

    long id() {
        return Long.parseLong(page.locator("#case-form").getAttribute("data-form"));
    }

    /** Answers the items in order; each is stored before the next is begun. */
    FormScreen answer(Map<String, String> answers) {
        answers.forEach(this::answer);
        return this;
    }

    private void answer(String oid, String text) {
        Locator row = page.locator("#item-" + oid);
        row.waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.VISIBLE)
                .setTimeout(PATIENCE_MS));
        switch (row.getAttribute("data-type")) {
            case "BOOLEAN", "CHOICE" -> choose(row, text);
            case "MULTI_CHOICE" -> {
                for (String code : text.split(",")) {
                    press(row, code);
                    stored(row);
                }
            }
            case "ATTACHMENT" -> row.locator("input[type=file]").setInputFiles(file(text));
            default -> {
                Locator field = row.locator("input:not([type=range]), textarea").first();
                field.fill(text);
                field.press("Tab");
            }
        }
        stored(row);
    }

    /** A report in PDF by this name. */
    private static FilePayload file(String name) {
        byte[] content = ("%PDF-1.7\n" + name + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
        return new FilePayload(name, "application/pdf", content);
    }

    private void choose(Locator row, String code) {
        Locator list = row.locator("select");
        if (list.count() > 0) {
            list.selectOption(code);
        } else {
            press(row, code);
        }
    }

    /** Clicks the words beside the box, as people do. */
    private static void press(Locator row, String code) {
        String id = row.locator("input[value='" + code + "']").getAttribute("id");
        row.locator("label[for='" + id + "']").click();
    }

    private static void stored(Locator row) {
        row.locator(".sign[data-sign='stored']")
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(PATIENCE_MS));
    }

    /** What the page shows of an item that is computed. */
    String shown(String oid) {
        Locator row = page.locator("#item-" + oid);
        return row.getAttribute("data-stored");
    }

    void complete() {
        page.locator("#complete").click();
        page.locator("#reason-ok").click();
        page.locator("#case-form[data-state='COMPLETE']").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
    }
}
