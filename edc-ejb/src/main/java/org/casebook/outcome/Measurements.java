package org.casebook.outcome;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The clean values of some items, of all participants of a place: what is hidden, unreadable or void is not among them. */
final class Measurements {

    private final Map<String, Map<Place, String>> values = new TreeMap<>();

    private record Place(String event, String item) {}

    void add(String subject, String event, String item, String value) {
        values.computeIfAbsent(subject, key -> new HashMap<>()).put(new Place(event, item), value);
    }

    Set<String> subjects() {
        return values.keySet();
    }

    /** The value as a number; null when there is none, or it is no number. */
    BigDecimal number(String subject, String event, String item) {
        String value = values.getOrDefault(subject, Map.of()).get(new Place(event, item));
        try {
            return value == null ? null : new BigDecimal(value);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /** Whether the participant has a value of the item at any visit. */
    boolean measured(String subject, String item) {
        return values.getOrDefault(subject, Map.of()).keySet().stream()
                .anyMatch(place -> place.item().equals(item));
    }

    /** Whether the participant answered with this code at any visit. */
    boolean answered(String subject, String item, String code) {
        return values.getOrDefault(subject, Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().item().equals(item))
                .anyMatch(entry -> List.of(entry.getValue().split(",")).contains(code));
    }
}
