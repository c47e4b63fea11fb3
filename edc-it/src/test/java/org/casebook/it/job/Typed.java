package org.casebook.it.job;

import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that was typed in the test, by participant, visit, form and item: what the dataset is compared with. */
final class Typed {
    private final Map<Place, Map<String, String>> answers = new LinkedHashMap<>();

    /** @param event OID of the visit; for a log the OID of the log event */
    record Place(String subject, String event, String form) {}

    /** Pairs of item and text, in order. */
    static Map<String, String> pairs(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    void add(String subject, String event, String form, Map<String, String> items) {
        answers.computeIfAbsent(new Place(subject, event, form), place -> new LinkedHashMap<>())
                .putAll(items);
    }

    Map<Place, Map<String, String>> all() {
        return answers;
    }

    long values() {
        return answers.values().stream().mapToLong(Map::size).sum();
    }
}
