package org.casebook.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML as a stream, byte for byte the same on every machine and library version.
 *
 * <p>The JDK's stream writer leaves line breaks in attributes as they are, and every reader then turns them into blanks: a
 * text of several lines would come out changed. Here they are written as references. Characters that XML 1.0 cannot hold
 * become U+FFFD.
 */
final class XmlOut {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean startTagOpen;
    private boolean textWritten;

    XmlOut(OutputStream stream) {
        out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    XmlOut start(String name) {
        closeStartTag();
        write("\n" + "  ".repeat(open.size()) + "<" + name);
        open.push(name);
        startTagOpen = true;
        textWritten = false;
        return this;
    }

    /** An attribute of the element just started; left out when the value is null. */
    XmlOut attr(String name, Object value) {
        if (!startTagOpen) {
            throw new IllegalStateException("Attribute " + name + " comes after content of " + open.peek());
        }
        if (value != null) {
            write(" " + name + "=\"");
            escape(value.toString());
            write("\"");
        }
        return this;
    }

    XmlOut text(String text) {
        closeStartTag();
        escape(text);
        textWritten = true;
        return this;
    }

    XmlOut end() {
        String name = open.pop();
        if (startTagOpen) {
            write("/>");
            startTagOpen = false;
        } else {
            write((textWritten ? "" : "\n" + "  ".repeat(open.size())) + "</" + name + ">");
        }
        textWritten = false;
        return this;
    }

    /** An element that holds text alone. */
    XmlOut element(String name, String text) {
        return start(name).text(text).end();
    }

    /** Ends every element that is still open, and hands all bytes to the stream without closing it. */
    void finish() {
        while (!open.isEmpty()) {
            end();
        }
        write("\n");
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closeStartTag() {
        if (startTagOpen) {
            write(">");
            startTagOpen = false;
        }
    }

    private void escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\t', '\n', '\r' -> safe.append("&#").append(c).append(';');
                default -> safe.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        write(safe.toString());
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
