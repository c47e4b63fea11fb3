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
            Map.entry("date", (pen, line) -> day(pen, line, "dateHow", "date")),
            Map.entry("partial-date", (pen, line) -> day(pen, line, "partialDate", "date")),
            Map.entry("time", (pen, line) -> date(pen, line, "timeHow")),
            Map.entry("date-time", (pen, line) -> day(pen, line, "dateTimeHow", "datetime-local")),
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
            Map.entry("choice-search", ItemFields::search),
            Map.entry("scale", ItemFields::scale),
            Map.entry("attachment", AttachmentField::draw),
            Map.entry("row-links", LinkField::draw),
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
        return pen.with("id", line.fieldId()).with("aria-describedby", line.describedBy());
    }

    private static void number(Pen pen, ItemLine line) {
        input(pen, line, "digits")
                .with("size", line.width())
                .with("inputmode", line.mode())
                .close("input");
        if (!line.item().units().isEmpty()) {
            units(pen, line);
        }
    }

    private static void units(Pen pen, ItemLine line) {
        pen.open("select", "unit-choice").with("aria-label", Words.of("capture", "chooseUnit"));
        for (CaseFormView.Option unit : line.item().units()) {
            pen.open("option").with("value", unit.code());
            pen.mark("selected", unit.code().equals(line.state().unit()))
                    .text(unit.decode())
                    .close("option");
        }
        pen.close("select");
    }

    private static void longText(Pen pen, ItemLine line) {
        field(pen.open("textarea").with("rows", 3), line)
                .text("\n" + Objects.toString(line.text(), ""))
                .close("textarea");
    }

    /** Dates and times are typed: in the way of the source, and kept so; what was understood stands beside. */
    private static void date(Pen pen, ItemLine line, String how) {
        input(pen, line, "date").with("placeholder", Words.of("capture", how)).close("input");
    }

    /**
     * The browser's own calendar beside the field, out of sight until its button or Alt+Down opens it (case-form-calendar.js);
     * it writes into the field and is never read itself.
     *
     * @param kind of the browser's input
     */
    private static void day(Pen pen, ItemLine line, String how, String kind) {
        date(pen, line, how);
        String words = Words.of("capture", "calendar");
        pen.open("span", "calendar").open("button", "icon-button calendar-button");
        pen.with("type", "button").with("tabindex", -1).with("title", words);
        pen.with("aria-label", words + ": " + line.item().question()).icon("calendar");
        pen.close("button").open("input", "calendar-days").with("type", kind);
        pen.with("value", line.calendarValue()).with("tabindex", -1).with("aria-hidden", "true");
        pen.close("input").close("span");
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

    /** A long list is searched by typing; case-form-search.js opens it (the combobox pattern of ARIA). */
    private static void search(Pen pen, ItemLine line) {
        String list = line.fieldId() + "-list";
        pen.open("div", "search-choice").open("input", "wide").with("type", "text");
        field(pen, line).with("value", line.shown()).with("autocomplete", "off").with("role", "combobox");
        pen.with("aria-autocomplete", "list").with("aria-expanded", "false").with("aria-controls", list);
        pen.with("placeholder", Words.of("capture", "searchHow")).close("input");
        pen.open("ul", "search-list").with("id", list).with("role", "listbox").with("hidden", "hidden");
        pen.with("aria-labelledby", line.labelId()).with("data-none", Words.of("capture", "noAnswerFits"));
        for (CaseFormView.Option option : line.item().options()) {
            pen.open("li").with("role", "option").with("aria-selected", "false");
            pen.with("data-code", option.code()).text(option.decode()).close("li");
        }
        pen.close("ul").close("div");
    }

    private static void scale(Pen pen, ItemLine line) {
        pen.open("div", "scale").open("div", "scale-number");
        input(pen, line, "digits").with("size", 6).with("inputmode", "decimal").close("input");
        pen.line("span", "unit", line.item().unit()).close("div");
        pen.open("div", "scale-line").open("input", "scale-range");
        pen.with("type", "range")
                .with("min", line.low())
                .with("max", line.high())
                .with("step", line.step());
        pen.with("value", line.text())
                .with("aria-labelledby", line.labelId())
                .with("aria-describedby", line.messagesId())
                .with("data-unmarked", Words.of("capture", "noMark"))
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
        pen.with("data-value", Objects.toString(line.chosen(), ""))
                .text(line.shown())
                .close("output");
    }

    private static void shown(Pen pen, ItemLine line) {
        output(pen, line, "value").text(line.shown()).close("output");
    }

    private static Pen output(Pen pen, ItemLine line, String styleClass) {
        return pen.open("output", styleClass).with("id", line.fieldId()).with("aria-labelledby", line.labelId());
    }
}
