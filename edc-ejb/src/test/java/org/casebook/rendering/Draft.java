package org.casebook.rendering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An element in the making, written in whatever order chance gives. */
final class Draft {

    final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Draft> children = new ArrayList<>();
    private String text = "";

    private Draft(String name) {
        this.name = name;
    }

    /** An element with these attributes: name, value, name, value, …; null values are left out. */
    static Draft of(String name, String... attributes) {
        Draft draft = new Draft(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                draft.attributes.put(attributes[i], attributes[i + 1]);
            }
        }
        return draft;
    }

    Draft with(Draft... more) {
        for (Draft child : more) {
            if (child != null) {
                children.add(child);
            }
        }
        return this;
    }

    Draft with(List<Draft> more) {
        children.addAll(more);
        return this;
    }

    /** One more attribute; none when the value is null. */
    Draft also(String attribute, String value) {
        if (value != null) {
            attributes.put(attribute, value);
        }
        return this;
    }

    Draft text(String words) {
        text = words;
        return this;
    }

    /** Elements of different names in another order; elements of one name keep theirs. */
    Draft shuffled(Random random) {
        List<String> names = new ArrayList<>(
                children.stream().map(child -> child.name).distinct().toList());
        Collections.shuffle(names, random);
        children.sort(Comparator.comparingInt(child -> names.indexOf(child.name)));
        return this;
    }

    void write(StringBuilder out, Random random) {
        out.append('<').append(name);
        List<String> names = new ArrayList<>(attributes.keySet());
        Collections.shuffle(names, random);
        names.forEach(attribute -> out.append(random.nextBoolean() ? "\n  " : " ")
                .append(attribute)
                .append("='")
                .append(escaped(attributes.get(attribute)))
                .append('\''));
        out.append('>');
        out.append(escaped(text));
        children.forEach(child -> {
            out.append(random.nextInt(5) == 0 ? "\n<!-- a note -->\t" : "\n");
            child.write(out, random);
        });
        out.append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("'", "&apos;")
                .replace("\n", "&#10;")
                .replace("\t", "&#9;")
                .replace("\r", "&#13;");
    }
}
