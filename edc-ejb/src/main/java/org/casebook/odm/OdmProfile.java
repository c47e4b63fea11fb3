package org.casebook.odm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Casebook's profile of ODM 2.0: which elements it knows, where they stand, with which attributes and in which order. What it
 * does not know is a fault, so that no part of a study is ever silently left out.
 */
final class OdmProfile {

    private static final String LISTED = "@";
    private static final String TEXT = "#text";
    private static final Pattern WORD = Pattern.compile("(\\^?)([^(]+?)(?:\\(([^)]*)\\))?([!*-]?)");
    private static final Map<String, Shape> SHAPES = read("profile.txt");

    /** Children of which exactly one kind stands in an element. */
    private static final Map<String, List<String>> ONE_KIND = Map.of(
            "RangeCheck", List.of("CheckValue", "FormalExpression"),
            "FormalExpression", List.of("Code", "ExternalCodeLib"));

    /**
     * What one element looks like.
     *
     * @param attributes in order
     * @param children in order; those that stand in any order among each other share a place
     * @param text whether it holds text
     */
    record Shape(Names attributes, Names children, boolean text) {}

    /**
     * Names in order.
     *
     * @param places place by name, from 0
     * @param required those that must be there
     * @param kept those that nothing acts on
     * @param leftOut those that are no part of a definition
     * @param once children that are there at most once
     * @param permitted what attributes may say; those that are not here may say anything
     */
    record Names(
            Map<String, Integer> places,
            Set<String> required,
            Set<String> kept,
            Set<String> leftOut,
            Set<String> once,
            Map<String, Permitted> permitted) {

        Names() {
            this(
                    new HashMap<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new HashSet<>(),
                    new HashMap<>());
        }

        boolean has(String name) {
            return places.containsKey(name);
        }

        int place(String name) {
            return places.getOrDefault(name, Integer.MAX_VALUE);
        }

        private void note(String word, int place, Map<String, String> lists) {
            Matcher parts = WORD.matcher(word);
            if (!parts.matches()) {
                throw new IllegalStateException(word);
            }
            String name = parts.group(2);
            places.put(name, place);
            if (!parts.group(1).isEmpty()) {
                once.add(name);
            }
            if (parts.group(3) != null) {
                permitted.put(name, Permitted.of(lists.getOrDefault(parts.group(3), parts.group(3))));
            }
            switch (parts.group(4)) {
                case "!" -> required.add(name);
                case "*" -> kept.add(name);
                case "-" -> leftOut.add(name);
                default -> {}
            }
        }
    }

    private OdmProfile() {}

    /**
     * @param table of shapes, by the side of this class
     */
    static Map<String, Shape> read(String table) {
        Map<String, Shape> shapes = new HashMap<>();
        Map<String, String> lists = new HashMap<>();
        try (InputStream in = OdmProfile.class.getResourceAsStream(table)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(": ");
                        String name = line.substring(0, colon);
                        if (name.startsWith(LISTED)) {
                            lists.put(name, line.substring(colon + 2));
                        } else {
                            shapes.put(name, shape(line.substring(colon + 1), lists));
                        }
                    });
            return Map.copyOf(shapes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Shape shape(String line, Map<String, String> lists) {
        int bar = line.indexOf('|');
        String children = line.substring(bar + 1);
        return new Shape(
                names(line.substring(0, bar), lists),
                names(children.replace(TEXT, ""), lists),
                children.contains(TEXT));
    }

    private static Names names(String text, Map<String, String> lists) {
        Names names = new Names();
        List<String> groups = text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
        for (int place = 0; place < groups.size(); place++) {
            for (String word : groups.get(place).split("\\+")) {
                names.note(word, place, lists);
            }
        }
        return names;
    }

    /** The shape of an element; null when it is not in the profile. */
    static Shape shape(String element) {
        return SHAPES.get(element);
    }

    /** Notes everything in and below this element that the profile does not know or misses. */
    static void check(OdmElement element, Faults faults) {
        check(element, SHAPES, faults);
    }

    /** The same by other shapes. */
    static void check(OdmElement element, Map<String, Shape> shapes, Faults faults) {
        Shape shape = shapes.get(element.name());
        element.attributes().keySet().stream()
                .filter(name -> !shape.attributes().has(name))
                .forEach(name ->
                        faults.add(element, "The attribute %s is not understood here. Correct or remove it.", name));
        shape.attributes().required().stream()
                .filter(name ->
                        element.find(name).filter(value -> !value.isBlank()).isEmpty())
                .sorted()
                .forEach(name -> faults.add(element, "The attribute %s is missing.", name));
        shape.children().required().stream()
                .filter(name -> element.child(name).isEmpty())
                .sorted()
                .forEach(name -> faults.add(element, "It needs a %s inside.", name));
        for (OdmElement child : element.children()) {
            if (!shape.children().has(child.name())) {
                faults.add(child, "This element is not understood inside %s. Remove it or move it.", element.name());
            } else if (!shape.children().leftOut().contains(child.name())) {
                check(child, shapes, faults);
            }
        }
        if (!element.name().startsWith("cb:")) {
            checkContent(element, shape, faults);
        }
        Doubles.refuse(element, faults);
    }

    /** What our own schema says of our own parts: values, what stands once, and where text may stand. */
    private static void checkContent(OdmElement element, Shape shape, Faults faults) {
        element.attributes().forEach((name, value) -> {
            if (name.endsWith("OID")
                    && value.isBlank()
                    && !shape.attributes().required().contains(name)) {
                faults.add(element, "The attribute %s is empty. Give it a value, or remove it.", name);
            }
        });
        Permitted.requireOneKind(element, ONE_KIND.getOrDefault(element.name(), List.of()), faults);
        shape.attributes()
                .permitted()
                .forEach((name, permitted) -> element.find(name)
                        .filter(value -> !value.isBlank()
                                || !shape.attributes().required().contains(name))
                        .ifPresent(value -> permitted.check(element, name, value, faults)));
        Permitted.refuseExcess(element, shape.children().once(), shape.text(), faults);
    }

    /** The elements that stand behind one that follows them in the schema: of each parent the first, without our own. */
    static List<OdmElement> outOfOrder(OdmElement element) {
        return outOfOrder(element, SHAPES);
    }

    /** The same by other shapes. */
    static List<OdmElement> outOfOrder(OdmElement element, Map<String, Shape> shapes) {
        List<OdmElement> found = new ArrayList<>();
        Names names = shapes.get(element.name()).children();
        int furthest = 0;
        boolean told = false;
        for (OdmElement child : element.children()) {
            if (!names.has(child.name()) || child.name().startsWith("cb:")) {
                continue;
            }
            int place = names.place(child.name());
            if (place < furthest && !told) {
                told = true;
                found.add(child);
            }
            furthest = Math.max(furthest, place);
            if (!names.leftOut().contains(child.name())) {
                found.addAll(outOfOrder(child, shapes));
            }
        }
        return found;
    }
}
