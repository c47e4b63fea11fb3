package org.casebook.odm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Casebook's profile of ODM 2.0: which elements it knows, where they stand, with which attributes and in which order. What it
 * does not know is a fault, so that no part of a study is ever silently left out.
 */
final class OdmProfile {

    private static final Map<String, Shape> SHAPES = read();

    /**
     * What one element looks like.
     *
     * @param attributes in order
     * @param children in order; those that stand in any order among each other share a place
     */
    record Shape(Names attributes, Names children) {}

    /**
     * Names in order.
     *
     * @param places place by name, from 0
     * @param required those that must be there
     * @param kept those that nothing acts on
     * @param leftOut those that are no part of a definition
     */
    record Names(Map<String, Integer> places, Set<String> required, Set<String> kept, Set<String> leftOut) {

        boolean has(String name) {
            return places.containsKey(name);
        }

        int place(String name) {
            return places.getOrDefault(name, Integer.MAX_VALUE);
        }
    }

    private OdmProfile() {}

    private static Map<String, Shape> read() {
        Map<String, Shape> shapes = new HashMap<>();
        try (InputStream in = OdmProfile.class.getResourceAsStream("profile.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(": ");
                        int bar = line.indexOf('|');
                        shapes.put(
                                line.substring(0, colon),
                                new Shape(names(line.substring(colon + 1, bar)), names(line.substring(bar + 1))));
                    });
            return Map.copyOf(shapes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Names names(String text) {
        Map<String, Integer> places = new HashMap<>();
        Set<String> required = new LinkedHashSet<>();
        Set<String> kept = new LinkedHashSet<>();
        Set<String> leftOut = new LinkedHashSet<>();
        List<String> groups = text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
        for (int place = 0; place < groups.size(); place++) {
            for (String word : groups.get(place).split("\\+")) {
                String name = word.replaceAll("[!*-]$", "");
                places.put(name, place);
                if (word.endsWith("!")) {
                    required.add(name);
                } else if (word.endsWith("*")) {
                    kept.add(name);
                } else if (word.endsWith("-")) {
                    leftOut.add(name);
                }
            }
        }
        return new Names(places, required, kept, leftOut);
    }

    /** The shape of an element; null when it is not in the profile. */
    static Shape shape(String element) {
        return SHAPES.get(element);
    }

    /** Notes everything in and below this element that the profile does not know or misses. */
    static void check(OdmElement element, Faults faults) {
        Shape shape = SHAPES.get(element.name());
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
                check(child, faults);
            }
        }
        refuseTwoTextsInOneLanguage(element, faults);
    }

    private static void refuseTwoTextsInOneLanguage(OdmElement element, Faults faults) {
        List<String> seen = new ArrayList<>();
        for (OdmElement text : element.children("TranslatedText")) {
            String kind = text.find("xml:lang").orElse(OdmElement.DEFAULT_LANGUAGE) + " "
                    + text.find("Type").orElse("");
            if (seen.contains(kind)) {
                faults.add(text, "The text stands here in one language twice.");
            }
            seen.add(kind);
        }
    }
}
