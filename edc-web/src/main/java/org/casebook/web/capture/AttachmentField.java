package org.casebook.web.capture;

import java.util.stream.Collectors;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.ItemDefinition.FileKind;
import org.casebook.web.shell.Words;

/** The entry part of an item that holds a file; case-form-attachment.js fills it and sends what is chosen or dropped. */
final class AttachmentField {

    private AttachmentField() {}

    static void draw(Pen pen, ItemLine line) {
        ItemDefinition.Attachment allowed = line.item().attachment();
        pen.open("div", "attachment").with("data-most", allowed.mostBytes());
        pen.with("data-too-large", word("fileTooLarge")).with("data-earlier", word("filesEarlier"));
        pen.with("data-remove-title", word("fileRemove")).with("data-remove-text", word("fileRemoveText"));
        pen.with("data-from", word("fileFrom"))
                .with("data-waiting", word("fileWaiting"))
                .with("data-unreadable", word("fileUnreadable"));
        pen.open("input", "attachment-text").with("type", "text").with("value", line.text());
        pen.with("hidden", "hidden")
                .with("tabindex", -1)
                .with("aria-hidden", "true")
                .close("input");
        pen.open("p", "attachment-now").with("hidden", "hidden");
        pen.open("a", "attachment-link").with("download", "download").close("a");
        pen.text(" ").line("span", "attachment-size", null).close("p");
        if (line.correctable()) {
            pen.open("p", "attachment-waiting").with("hidden", "hidden").icon("exclamation-circle");
            pen.open("span").close("span").close("p");
            acts(pen, line, allowed);
        } else {
            pen.open("output", "value attachment-none").with("id", line.fieldId());
            pen.with("aria-labelledby", line.labelId()).close("output");
        }
        pen.open("details", "attachment-earlier").with("hidden", "hidden");
        pen.line("summary", null, null).open("ul").close("ul").close("details").close("div");
    }

    private static void acts(Pen pen, ItemLine line, ItemDefinition.Attachment allowed) {
        // what the browser's dialog offers first; what counts is the content, on the server
        String types = allowed.kinds().stream().map(FileKind::mediaType).collect(Collectors.joining(","));
        String kinds =
                allowed.kinds().stream().map(kind -> word("fileKind." + kind)).collect(Collectors.joining(", "));
        pen.open("div", "attachment-acts").open("input", "attachment-file only-read");
        pen.with("type", "file").with("id", line.fieldId()).with("accept", types);
        pen.with("aria-describedby", line.messagesId()).close("input");
        pen.open("label", "button attachment-choose")
                .with("for", line.fieldId())
                .icon("paperclip");
        pen.text(word("fileChoose")).close("label");
        pen.open("button", "button small plain attachment-remove").with("type", "button");
        pen.with("hidden", "hidden").text(word("fileRemove")).close("button");
        pen.line("span", "hint", Words.of("capture", "fileHint", kinds, allowed.mostMegabytes()))
                .close("div");
    }

    /** As it is written, with its places for what the script knows. */
    private static String word(String key) {
        return Words.of("capture", key);
    }
}
