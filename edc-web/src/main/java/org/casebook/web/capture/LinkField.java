package org.casebook.web.capture;

import java.util.List;
import org.casebook.web.shell.Words;

/** The entry part of an item that leads to rows: those that were chosen as links, and all that there are to choose from. */
final class LinkField {

    private LinkField() {}

    static void draw(Pen pen, ItemLine line) {
        List<String> chosen = line.chosenCodes();
        pen.open("div", "row-links").with("id", line.fieldId()).with("role", "group");
        pen.with("aria-labelledby", line.labelId()).with("aria-describedby", line.messagesId());
        pen.with("data-deleted", word("linkDeleted")).with("data-remove", word("linkRemove"));
        pen.with("data-new", word("linkNew")).with("data-none", word("linkNone"));
        pen.open("ul", "row-links-chosen").with("aria-label", word("linked"));
        line.rows().stream()
                .filter(row -> chosen.contains(String.valueOf(row.id())))
                .forEach(row -> chosen(pen, row));
        pen.close("ul");
        if (line.correctable()) {
            offer(pen, line, chosen);
        }
        pen.close("div");
    }

    private static void chosen(Pen pen, RowLine row) {
        pen.open("li", row.deleted() ? "deleted" : "")
                .open("a")
                .with("href", row.href())
                .text(row.title())
                .close("a");
        if (row.deleted()) {
            pen.text(" ").line("span", "badge tone-warn", word("linkDeleted"));
        }
        pen.close("li");
    }

    private static void offer(Pen pen, ItemLine line, List<String> chosen) {
        if (line.rows().isEmpty()) {
            pen.line("p", "hint", word("linkNoRows"));
            return;
        }
        pen.open("input", "row-links-filter").with("type", "search").with("autocomplete", "off");
        pen.with("aria-label", word("linkSearch")).with("placeholder", word("linkSearch"));
        pen.close("input");
        pen.open("div", "choices row-links-list");
        for (int i = 0; i < line.rows().size(); i++) {
            RowLine row = line.rows().get(i);
            String id = line.fieldId() + "-" + i;
            pen.open("div", row.deleted() ? "choice deleted" : "choice").open("input");
            pen.with("type", line.item().link().many() ? "checkbox" : "radio").with("id", id);
            pen.with("name", line.fieldId()).with("value", row.id()).with("data-href", row.href());
            pen.mark("checked", chosen.contains(String.valueOf(row.id()))).close("input");
            pen.open("label").with("for", id).text(row.title()).close("label").close("div");
        }
        pen.close("div").open("p", "hint row-links-none");
        pen.with("role", "status").close("p");
    }

    /** As it is written, with its places for what the script knows. */
    private static String word(String key) {
        return Words.of("capture", key);
    }
}
