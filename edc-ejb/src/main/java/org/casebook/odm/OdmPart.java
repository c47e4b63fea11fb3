package org.casebook.odm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One element of a definition as its file has it, in the order of the profile: what is written again when the definition is
 * written as ODM 2.0. Unlike {@link OdmElement} it never changes, knows no line and is equal to a part that says the same.
 *
 * @param name as {@link OdmElement#name} gives it
 * @param attributes those without namespace by name, those of our namespace by name with {@code cb:} before it
 * @param children in the order of the profile, references by their OrderNumber
 * @param text the element's own text, without surrounding white space
 */
public record OdmPart(String name, Map<String, String> attributes, List<OdmPart> children, String text) {

    /** The place of a definition that was not read from a file. */
    public static final OdmPart NONE = new OdmPart("", Map.of(), List.of(), "");

    private static final String ORDER = "OrderNumber";

    /** They bear an OrderNumber, and what is not numbered by its author is numbered as it stands. */
    private static final Set<String> ORDERED =
            Set.of("ItemRef", "ItemGroupRef", "StudyEventRef", "StudyEventGroupRef", "CodeListItem");

    /** ODM 2.0 asks for these, our profile does not. */
    private static final Set<String> DESCRIBED = Set.of("ConditionDef", "MethodDef");

    public OdmPart {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** An element with everything below it that the profile knows and does not leave out. */
    public static OdmPart of(OdmElement element) {
        OdmProfile.Names names = OdmProfile.shape(element.name()).children();
        List<OdmPart> children = new ArrayList<>();
        element.children().stream()
                .filter(child -> names.has(child.name()) && !names.leftOut().contains(child.name()))
                .forEach(child -> children.add(of(child)));
        if (DESCRIBED.contains(element.name())) {
            describe(element, children);
        }
        Comparator<OdmPart> byPlace = Comparator.comparingInt(child -> names.place(child.name()));
        children.sort(byPlace.thenComparingInt(OdmPart::order));
        return new OdmPart(element.name(), attributes(element), numbered(children), element.text());
    }

    /** All parts of this name below this one, at any depth, in the file's order. */
    public Stream<OdmPart> all(String name) {
        return children.stream()
                .flatMap(child ->
                        Stream.concat(child.name().equals(name) ? Stream.of(child) : Stream.empty(), child.all(name)));
    }

    private static Map<String, String> attributes(OdmElement element) {
        Map<String, String> attributes = new TreeMap<>(element.attributes());
        element.ownAttributes().forEach((name, value) -> attributes.put("cb:" + name, value));
        return attributes;
    }

    private static void describe(OdmElement element, List<OdmPart> children) {
        if (element.child("Description").isEmpty()) {
            OdmPart text = new OdmPart(
                    "TranslatedText",
                    Map.of("Type", "text/plain", "xml:lang", OdmElement.DEFAULT_LANGUAGE),
                    List.of(),
                    element.find("Name").orElse(""));
            children.add(new OdmPart("Description", Map.of(), List.of(text), ""));
        }
        if (element.child("MethodSignature").isEmpty()) {
            children.add(new OdmPart("MethodSignature", Map.of(), List.of(), ""));
        }
    }

    /** Not numbered means last; others than references keep their place. */
    private int order() {
        return ORDERED.contains(name)
                ? Stream.ofNullable(attributes.get(ORDER))
                        .filter(text -> text.matches("\\d{1,6}"))
                        .mapToInt(Integer::parseInt)
                        .findFirst()
                        .orElse(Integer.MAX_VALUE)
                : 0;
    }

    /** Each ordered child with a number of its own: the author's when all have one and no two are the same, else 1 to n. */
    private static List<OdmPart> numbered(List<OdmPart> children) {
        Set<Integer> numbers = new HashSet<>();
        boolean telling = children.stream()
                .filter(child -> ORDERED.contains(child.name))
                .allMatch(child -> child.order() < Integer.MAX_VALUE && numbers.add(child.order()));
        if (telling) {
            return children;
        }
        List<OdmPart> numbered = new ArrayList<>();
        int next = 1;
        for (OdmPart child : children) {
            numbered.add(ORDERED.contains(child.name) ? child.numbered(next++) : child);
        }
        return numbered;
    }

    private OdmPart numbered(int number) {
        Map<String, String> with = new TreeMap<>(attributes);
        with.put(ORDER, String.valueOf(number));
        return new OdmPart(name, with, children, text);
    }

    /** The same with other children, each at its place by the profile; those of one place in the order given. */
    public OdmPart withChildren(List<OdmPart> others) {
        OdmProfile.Names names = OdmProfile.shape(name).children();
        List<OdmPart> sorted = new ArrayList<>(others);
        sorted.sort(Comparator.comparingInt(child -> names.place(child.name())));
        return new OdmPart(name, attributes, sorted, text);
    }

    /** The same with another value of an attribute, written as in {@link #attributes}. */
    public OdmPart withAttribute(String attribute, String value) {
        Map<String, String> with = new TreeMap<>(attributes);
        with.put(attribute, value);
        return new OdmPart(name, with, children, text);
    }

    /** The same with another text of its own. */
    public OdmPart withText(String other) {
        return new OdmPart(name, attributes, children, other);
    }

    /** The names of the attributes in the order in which they are written: the profile's, then ours by name. */
    public List<String> attributeNames() {
        OdmProfile.Names names = OdmProfile.shape(name).attributes();
        return attributes.keySet().stream()
                .sorted(Comparator.<String>comparingInt(names::place).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The first child of this name; {@link #NONE} when there is none. */
    public OdmPart child(String wanted) {
        return children.stream()
                .filter(child -> child.name.equals(wanted))
                .findFirst()
                .orElse(NONE);
    }

    /** Whether it says nothing. */
    public boolean isNone() {
        return Objects.equals(this, NONE);
    }
}
