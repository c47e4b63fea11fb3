package org.casebook.odm;

import java.util.Map;

/** Makes an element of Casebook's profile out of something else, for example an element of an older ODM version. */
public final class OdmDraft {

    private static final String OWN_PREFIX = "cb:";

    private final OdmElement element;

    /**
     * @param name as {@link OdmElement#name} gives it: {@code cb:} before the names of our namespace
     * @param line line of what it is made from
     */
    public OdmDraft(String name, int line) {
        boolean own = name.startsWith(OWN_PREFIX);
        this.element = new OdmElement(own ? name.substring(OWN_PREFIX.length()) : name, own, line);
    }

    /**
     * @param name as {@link OdmElement#name} gives it
     * @param from what it is made from; people are told its name and line
     */
    public OdmDraft(String name, OdmElement from) {
        boolean own = name.startsWith(OWN_PREFIX);
        this.element =
                new OdmElement(own ? name.substring(OWN_PREFIX.length()) : name, own, from.line(), from.written());
    }

    private OdmDraft(OdmElement element) {
        this.element = element;
    }

    /** Changes an element that was read, for example to say what it leaves to be understood. */
    public static OdmDraft amend(OdmElement element) {
        return new OdmDraft(element);
    }

    /** Sets an attribute; {@code cb:} before the names of our namespace. Null and blank values are left out. */
    public OdmDraft set(String attribute, String value) {
        if (value != null && !value.isBlank()) {
            if (attribute.startsWith(OWN_PREFIX)) {
                element.ownAttribute(attribute.substring(OWN_PREFIX.length()), value);
            } else {
                element.attribute(attribute, value);
            }
        }
        return this;
    }

    /** Copies these attributes, where they are, under their own names. */
    public OdmDraft copy(OdmElement from, String... attributes) {
        for (String attribute : attributes) {
            set(attribute, from.get(attribute));
        }
        return this;
    }

    public OdmDraft add(OdmElement child) {
        element.add(child);
        return this;
    }

    public OdmDraft add(OdmDraft child) {
        return add(child.done());
    }

    /** Adds texts inside an element of this name; nothing when there are none. */
    public OdmDraft texts(String inside, Map<String, String> byLanguage) {
        if (!byLanguage.isEmpty()) {
            OdmDraft holder = new OdmDraft(inside, element.line());
            byLanguage.forEach((language, text) -> holder.add(new OdmDraft("TranslatedText", element.line())
                    .set("xml:lang", language)
                    .set("Type", "text/plain")
                    .text(text)));
            add(holder);
        }
        return this;
    }

    public OdmDraft text(String text) {
        element.add(text.toCharArray(), 0, text.length());
        return this;
    }

    public OdmElement done() {
        return element;
    }
}
