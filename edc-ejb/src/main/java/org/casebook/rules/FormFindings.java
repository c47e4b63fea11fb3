package org.casebook.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rules say about one form as it stands.
 *
 * @param visibility for each item of the form
 * @param derived for each computed item that is collected, its value; a missing key means that it cannot be computed
 * @param derivedItems the items that are computed, so that a value which can no longer be computed is taken away
 * @param fired the checks that fail, in the order of the form; all others are silent
 * @param evaluated how many visibilities, derivations and checks were evaluated to find this out
 */
public record FormFindings(
        Map<String, Visibility> visibility,
        Map<String, TypedValue> derived,
        Set<String> derivedItems,
        List<FiredCheck> fired,
        int evaluated) {

    public FormFindings {
        visibility = Collections.unmodifiableMap(new LinkedHashMap<>(visibility));
        derived = Map.copyOf(derived);
        derivedItems = Set.copyOf(derivedItems);
        fired = List.copyOf(fired);
    }

    /** A check that fails on an item. */
    public record FiredCheck(String item, String check) {}

    public boolean isShown(String item) {
        return visibility.getOrDefault(item, Visibility.SHOWN).isShown();
    }

    public boolean isCollected(String item) {
        return visibility.getOrDefault(item, Visibility.SHOWN).isCollected();
    }
}
