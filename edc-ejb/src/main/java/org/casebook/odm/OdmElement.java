package org.casebook.odm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One element of a study file, with the line on which its start tag ends. Read-only outside this room. */
public final class OdmElement {

    /** Of texts that do not say theirs. */
    static final String DEFAULT_LANGUAGE = "en";

    private static final String PLAIN = "text/plain";

    private final String name;
    private final boolean own;
    private final int line;
    private final String written;
    // made when first needed: a hostile file has very many elements with nothing in them
    private Map<String, String> attributes = Map.of();
    private Map<String, String> ownAttributes = Map.of();
    private List<OdmElement> children = List.of();
    private StringBuilder text;

    OdmElement(String name, boolean own, int line) {
        this(name, own, line, null);
    }

    /**
     * @param written the name in the file, where it is another than this version of ODM has; null where it is not
     */
    OdmElement(String name, boolean own, int line, String written) {
        this.name = name;
        this.own = own;
        this.line = line;
        this.written = written;
    }

    /** The name as the file has it, for telling people. */
    String written() {
        return written == null ? name() : written;
    }

    void attribute(String attribute, String value) {
        if (attributes.isEmpty()) {
            attributes = new LinkedHashMap<>(4);
        }
        attributes.put(attribute, value);
    }

    void ownAttribute(String attribute, String value) {
        if (ownAttributes.isEmpty()) {
            ownAttributes = new LinkedHashMap<>(2);
        }
        ownAttributes.put(attribute, value);
    }

    void add(OdmElement child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(2);
        }
        children.add(child);
    }

    /** White space before the text is not kept: indentation would outweigh everything else. */
    void add(char[] characters, int start, int length) {
        if (text == null) {
            if (new String(characters, start, length).isBlank()) {
                return;
            }
            text = new StringBuilder(length);
        }
        text.append(characters, start, length);
    }

    int textLength() {
        return text == null ? 0 : text.length();
    }

    /** Local name; elements of our namespace carry the prefix {@code cb:}. */
    public String name() {
        return own ? "cb:" + name : name;
    }

    /** Line in the file, from 1. */
    public int line() {
        return line;
    }

    /** The OID that names this element, or the one that it refers to; empty when it has neither. */
    public String oid() {
        return find("OID")
                .or(() -> findOwn("OID"))
                .or(() -> attributes.entrySet().stream()
                        .filter(entry -> entry.getKey().endsWith("OID"))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElse("");
    }

    /** An attribute without namespace; empty when absent. */
    public Optional<String> find(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** An attribute without namespace; null when absent. */
    public String get(String attribute) {
        return attributes.get(attribute);
    }

    /** An attribute of our namespace; empty when absent. */
    public Optional<String> findOwn(String attribute) {
        return Optional.ofNullable(ownAttributes.get(attribute));
    }

    /** Whether an attribute without namespace says Yes. */
    public boolean isYes(String attribute) {
        return "Yes".equals(attributes.get(attribute));
    }

    /** Whether an attribute of our namespace says Yes. */
    public boolean isOwnYes(String attribute) {
        return "Yes".equals(ownAttributes.get(attribute));
    }

    /** All children, in order. */
    public List<OdmElement> children() {
        return Collections.unmodifiableList(children);
    }

    /** The children of this name ({@link #name}), in order. */
    public List<OdmElement> children(String wanted) {
        return children.stream().filter(child -> child.name().equals(wanted)).toList();
    }

    /** The first child of this name ({@link #name}). */
    public Optional<OdmElement> child(String wanted) {
        return children.stream().filter(child -> child.name().equals(wanted)).findFirst();
    }

    /** The element's own text, without surrounding white space. */
    public String text() {
        return text == null ? "" : text.toString().strip();
    }

    /** The TranslatedTexts inside a child, for example Question, by language; empty when it is absent. */
    public Map<String, String> texts(String inside) {
        return child(inside).map(found -> found.collect("TranslatedText")).orElse(Map.of());
    }

    /** The plain texts of the children of this name, by language; English where none is said. */
    public Map<String, String> collect(String wanted) {
        Map<String, String> texts = new LinkedHashMap<>();
        children(wanted).stream()
                .filter(child -> child.find("Type").orElse(PLAIN).equals(PLAIN))
                .forEach(child -> texts.put(child.find("xml:lang").orElse(DEFAULT_LANGUAGE), child.text()));
        return texts;
    }

    /** The Description by language, else the Name attribute. */
    public Map<String, String> title() {
        Map<String, String> description = texts("Description");
        return description.isEmpty() ? Map.of(DEFAULT_LANGUAGE, find("Name").orElse("")) : description;
    }

    /** The text of the formal expression in CEL; empty when there is none. */
    public String cel() {
        return children("FormalExpression").stream()
                .filter(expression -> "cel".equals(expression.get("Context")))
                .flatMap(expression -> expression.child("Code").stream())
                .map(OdmElement::text)
                .findFirst()
                .orElse("");
    }

    /** The attributes without namespace, in order. */
    public Map<String, String> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    Map<String, String> ownAttributes() {
        return Collections.unmodifiableMap(ownAttributes);
    }
}
