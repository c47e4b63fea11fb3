package org.casebook.web.capture;

import org.casebook.capture.CaseFormView;
import org.casebook.web.shell.Words;

/** Draws one item: question, entry, sign of storing, buttons, messages. The script finds its way by the data attributes. */
record ItemFrame(Pen pen, ItemLine line) {

    void draw() {
        CaseFormView.Item item = line.item();
        pen.open("div", "item type-" + line.widget() + line.folded())
                .with("id", "item-" + item.oid())
                .with("data-oid", item.oid())
                .with("data-type", item.type())
                .with("data-number", line.number())
                .with("data-revision", line.state().revision())
                .with("data-stored", empty(line.text()))
                .with("data-blank", empty(line.state().leftBlank()))
                .with("data-unit", empty(line.state().unit()))
                .with("data-mandatory", item.mandatory())
                .with("hidden", line.hidden());
        question();
        pen.open("div", "item-entry").open("div", "item-field");
        ItemFields.draw(pen, line);
        pen.line("span", "unit", line.unitSymbol());
        pen.open("span", "understood")
                .with("id", line.understoodId())
                .text(line.understood())
                .close("span");
        pen.line("span", "blank-chip", line.leftBlank());
        pen.close("div");
        side();
        messages();
        pen.close("div").close("div");
    }

    private void question() {
        CaseFormView.Item item = line.item();
        pen.open("div", "item-question");
        if (line.group()) {
            pen.open("span", "item-label")
                    .with("id", line.labelId())
                    .with("lang", item.lang())
                    .text(item.question())
                    .close("span");
        } else {
            pen.open("label", "item-label")
                    .with("id", line.labelId())
                    .with("for", line.fieldId())
                    .with("lang", item.lang());
            pen.text(item.question()).close("label");
        }
        if (item.mandatory()) {
            String needed = word("needed");
            pen.open("span", "needed").with("title", needed);
            pen.open("span").with("aria-hidden", "true").text("*").close("span");
            pen.line("span", "only-read", needed).close("span");
        }
        pen.line("p", "hint", item.help()).close("div");
    }

    private void side() {
        pen.open("div", "item-side").open("span", "sign").with("data-sign", "idle");
        pen.open("span", "sign-icon pi").with("aria-hidden", "true").close("span");
        pen.line("span", "sign-word", null).close("span");
        again("retry", "tryAgain", "refresh");
        again("discard", "discard", "undo");
        pen.line("span", "item-badges", null);
        if (line.canBeLeftBlank()) {
            button("blank", "leaveBlank").icon("minus-circle").close("button");
        }
        button("side", "aboutItem")
                .with("aria-controls", "side")
                .icon("info-circle")
                .close("button");
        pen.close("div");
    }

    /** They stand where the other buttons stand while all is well, so that nothing moves when something is not stored. */
    private void again(String act, String word, String icon) {
        pen.open("button", "icon-button small sign-retry")
                .with("type", "button")
                .with("hidden", "hidden")
                .with("data-form-act", act)
                .with("title", word(word))
                .with("aria-label", word(word))
                .icon(icon)
                .close("button");
    }

    private Pen button(String act, String word) {
        return pen.open("button", "icon-button small")
                .with("type", "button")
                .with("data-form-act", act)
                .with("tabindex", line.tabStop())
                .with("title", word(word))
                .with("aria-label", word(word));
    }

    private void messages() {
        pen.open("ul", "item-messages").with("id", line.messagesId());
        for (MessageLine message : line.messages()) {
            pen.open("li", "message severity-" + message.severity()).with("data-check", message.check());
            pen.open("span").text(message.text()).close("span");
            message.offers().forEach(this::offer);
            pen.close("li");
        }
        pen.close("ul");
    }

    private void offer(MessageLine.Offer offer) {
        pen.open("button", "reading-button")
                .with("type", "button")
                .with("data-form-act", "reading")
                .with("data-text", offer.text())
                .mark("disabled", !line.correctable())
                .text(offer.words())
                .close("button");
    }

    private static String word(String key) {
        return Words.of("capture", key);
    }

    private static String empty(String text) {
        return text == null ? "" : text;
    }
}
