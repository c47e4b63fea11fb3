package org.casebook.web.capture;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.casebook.capture.CaseFormView;
import org.casebook.web.shell.Words;

/**
 * The entry part of an item, one method for each widget of {@link ItemLine#widget()}. They are the browser's own controls:
 * they need no script to be drawn, keep the keys that people know, and open as the phone's own lists and keyboards.
 */
final class ItemFields {

    private static final Map<String, BiConsumer<Pen, ItemLine>> WIDGETS = Map.ofEntries(
            Map.entry("text", (pen, line) -> input(pen, line, "wide").close("input")),
            Map.entry("number", ItemFields::number),
            Map.entry("long-text", ItemFields::longText),
            Map.entry("date", ItemFields::date),
            Map.entry("partial-date", ItemFields::partialDate),
            Map.entry("time", (pen, line) -> input(pen, line, "date").close("input")),
            Map.entry("yes-no", ItemFields::yesNo),
            Map.entry(
                    "choice",
                    (pen, line) ->
                            choices(pen, line, "radio", "choices", line.item().options())),
            Map.entry(
                    "multi-choice",
                    (pen, line) -> choices(
                            pen, line, "checkbox", "choices", line.item().options())),
            Map.entry("choice-list", ItemFields::list),
            Map.entry("scale", ItemFields::scale),
            Map.entry("derived", ItemFields::derived),
            Map.entry("shown", ItemFields::shown));

    private ItemFields() {}

    static void draw(Pen pen, ItemLine line) {
        WIDGETS.get(line.widget()).accept(pen, line);
    }

    private static Pen input(Pen pen, ItemLine line, String styleClass) {
        return field(pen.open("input", styleClass).with("type", "text"), line)
                .with("value", line.text())
                .with("autocomplete", "off");
    }

    private static Pen field(Pen pen, ItemLine line) {
        return pen.with("id", line.fieldId()).with("aria-describedby", line.messagesId());
    }

    private static void number(Pen pen, ItemLine line) {
        input(pen, line, "digits")
                .with("size", line.width())
                .with("inputmode", line.mode())
                .close("input");
    }

    private static void longText(Pen pen, ItemLine line) {
        field(pen.open("textarea").with("rows", 3), line)
                .text("\n" + Objects.toString(line.text(), ""))
                .close("textarea");
    }

    private static void date(Pen pen, ItemLine line) {
        field(pen.open("input", "date").with("type", "date"), line)
                .with("value", line.text())
                .close("input");
        pen.open("span", "date-said").with("aria-hidden", "true").close("span");
    }

    private static void partialDate(Pen pen, ItemLine line) {
        input(pen, line, "date")
                .with("placeholder", Words.of("capture", "partialDate"))
                .close("input");
    }

    private static void yesNo(Pen pen, ItemLine line) {
        List<CaseFormView.Option> answers = List.of(
                new CaseFormView.Option("true", Words.of("common", "yes")),
                new CaseFormView.Option("false", Words.of("common", "no")));
        choices(pen, line, "radio", "choices across", answers);
    }

    /** Buttons side by side or below each other: one of them, or any number. */
    private static void choices(
            Pen pen, ItemLine line, String type, String styleClass, List<CaseFormView.Option> options) {
        List<String> chosen = line.chosenCodes();
        pen.open("div", styleClass)
                .with("id", line.fieldId())
                .with("role", type.equals("radio") ? "radiogroup" : "group")
                .with("aria-labelledby", line.labelId())
                .with("aria-describedby", line.messagesId());
        for (int i = 0; i < options.size(); i++) {
            String id = line.fieldId() + "-" + i;
            String code = options.get(i).code();
            pen.open("div", "choice").open("input");
            pen.with("type", type).with("id", id).with("name", line.fieldId()).with("value", code);
            pen.mark("checked", chosen.contains(code)).close("input");
            pen.open("label")
                    .with("for", id)
                    .text(options.get(i).decode())
                    .close("label")
                    .close("div");
        }
        pen.close("div");
    }

    private static void list(Pen pen, ItemLine line) {
        field(pen.open("select", "choice-list"), line);
        pen.open("option").with("value", "").close("option");
        for (CaseFormView.Option option : line.item().options()) {
            pen.open("option").with("value", option.code());
            pen.mark("selected", option.code().equals(line.chosen()))
                    .text(option.decode())
                    .close("option");
        }
        pen.close("select");
    }

    private static void scale(Pen pen, ItemLine line) {
        pen.open("div", "scale").open("div", "scale-number");
        input(pen, line, "digits").with("size", 6).with("inputmode", "decimal").close("input");
        pen.line("span", "unit", line.item().unit()).close("div");
        pen.open("div", "scale-line").open("input", "scale-range");
        pen.with("type", "range")
                .with("min", line.low())
                .with("max", line.high())
                .with("step", 1);
        pen.with("value", line.text())
                .with("tabindex", -1)
                .with("aria-hidden", "true")
                .close("input");
        pen.open("div", "scale-ends");
        end(pen, line.low(), line.lowLabel());
        end(pen, line.high(), line.highLabel());
        pen.close("div").close("div").close("div");
    }

    private static void end(Pen pen, String value, String label) {
        pen.open("span").open("b").text(value).close("b").text(" " + label).close("span");
    }

    private static void derived(Pen pen, ItemLine line) {
        output(pen, line, "derived").with("title", Words.of("capture", "derivedWhy"));
        pen.text(line.shown()).close("output");
    }

    private static void shown(Pen pen, ItemLine line) {
        output(pen, line, "value").text(line.shown()).close("output");
    }

    private static Pen output(Pen pen, ItemLine line, String styleClass) {
        return pen.open("output", styleClass).with("id", line.fieldId()).with("aria-labelledby", line.labelId());
    }
}
