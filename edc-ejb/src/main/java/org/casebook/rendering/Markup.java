package org.casebook.rendering;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** XML as text: UTF-8, two blanks for each level, escaped so that readers get back every character. */
final class Markup {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private boolean pending;

    /** Opens an element; attributes without a value are left out. */
    Markup open(String name, String... attributes) {
        finishTag();
        out.append("  ".repeat(open.size())).append('<').append(name);
        open.push(name);
        pending = true;
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
        return this;
    }

    /** Adds an attribute to the element just opened; nothing when it has no value. */
    Markup attribute(String name, String value) {
        if (value != null) {
            out.append(' ').append(name).append("=\"");
            escape(out, value, true);
            out.append('"');
        }
        return this;
    }

    Markup close() {
        String name = open.pop();
        if (pending) {
            out.append("/>\n");
        } else {
            out.append("  ".repeat(open.size())).append("</").append(name).append(">\n");
        }
        pending = false;
        return this;
    }

    /** An element with nothing but attributes. */
    Markup empty(String name, String... attributes) {
        return open(name, attributes).close();
    }

    /** An element with nothing but text. */
    Markup leaf(String name, String text, String... attributes) {
        open(name, attributes);
        out.append('>');
        escape(out, text, false);
        out.append("</").append(open.pop()).append(">\n");
        pending = false;
        return this;
    }

    /** TranslatedTexts inside an element of this name; nothing when there are none. */
    Markup texts(String name, Map<String, String> byLanguage) {
        if (!byLanguage.isEmpty()) {
            open(name);
            byLanguage.forEach((language, text) -> leaf("TranslatedText", text, "xml:lang", language));
            close();
        }
        return this;
    }

    private void finishTag() {
        if (pending) {
            out.append(">\n");
            pending = false;
        }
    }

    /** Line ends and tabs in attributes are written by number, since readers make blanks of them otherwise. */
    static void escape(StringBuilder out, String text, boolean inAttribute) {
        text.chars().forEach(letter -> escape(out, (char) letter, inAttribute));
    }

    private static void escape(StringBuilder out, char letter, boolean inAttribute) {
        switch (letter) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append(inAttribute ? "&quot;" : "\"");
            case '\r' -> out.append("&#13;");
            case '\n', '\t' -> out.append(inAttribute ? "&#" + (int) letter + ";" : String.valueOf(letter));
            default -> out.append(letter);
        }
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
