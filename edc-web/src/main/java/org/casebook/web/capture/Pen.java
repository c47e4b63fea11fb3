package org.casebook.web.capture;

import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes markup, everything escaped; each verb returns the pen, so that markup reads in one line. */
final class Pen {
    private final ResponseWriter out;

    Pen(ResponseWriter out) {
        this.out = out;
    }

    /** Begins an element. */
    Pen open(String element) {
        return write(() -> out.startElement(element, null));
    }

    /** Begins an element of this style class. */
    Pen open(String element, String styleClass) {
        return open(element).with("class", styleClass);
    }

    /** An attribute of the element begun last; null draws none. */
    Pen with(String attribute, Object value) {
        return value == null ? this : write(() -> out.writeAttribute(attribute, value.toString(), null));
    }

    /** An attribute without value, where it holds. */
    Pen mark(String attribute, boolean holds) {
        return with(attribute, holds ? attribute : null);
    }

    /** Text; null draws none. */
    Pen text(String text) {
        return text == null ? this : write(() -> out.writeText(text, null));
    }

    Pen close(String element) {
        return write(() -> out.endElement(element));
    }

    /** An element that holds nothing but text. */
    Pen line(String element, String styleClass, String text) {
        return open(element, styleClass).text(text).close(element);
    }

    /**
     * An icon beside words.
     *
     * @param name of PrimeIcons, without {@code pi-}
     */
    Pen icon(String name) {
        return open("span", "pi pi-" + name).with("aria-hidden", "true").close("span");
    }

    private Pen write(Stroke stroke) {
        try {
            stroke.draw();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Stroke {
        void draw() throws IOException;
    }
}
