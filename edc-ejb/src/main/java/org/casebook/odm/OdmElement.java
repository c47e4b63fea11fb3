package org.casebook.odm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One element of a study file, with the line on which its start tag ends. Read-only outside this room. */
public final class OdmElement {

    private final String name;
    private final boolean own;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, String> ownAttributes = new LinkedHashMap<>();
    private final List<OdmElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    OdmElement(String name, boolean own, int line) {
        this.name = name;
        this.own = own;
        this.line = line;
    }

    void attribute(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void ownAttribute(String attribute, String value) {
        ownAttributes.put(attribute, value);
    }

    void add(OdmElement child) {
        children.add(child);
    }

    void add(char[] characters, int start, int length) {
        text.append(characters, start, length);
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
        return text.toString().strip();
    }

    Map<String, String> attributes() {
        return Collections.unmodifiableMap(attributes);
    }
}
