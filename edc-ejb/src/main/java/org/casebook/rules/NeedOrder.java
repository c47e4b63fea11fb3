package org.casebook.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebook.kernel.Invalid;

/**
 * The order in which the items of a form are settled: each after the items that its visibility, its derivation and its hard
 * checks look at.
 *
 * <p>Visibility and derivations must not go in circles. Hard checks may: two items may be checked against each other, and a
 * total may be checked on one of its parts. Of two items checked against each other, each is judged on the other as it was
 * entered. A check that looks at what is computed from its own item flags the item and lets it count: taking the value out
 * would take away the ground on which it was taken out.
 */
final class NeedOrder {

    private final Map<String, ItemRule> rules = new LinkedHashMap<>();
    private final Map<String, Set<String>> comesFrom = new HashMap<>();
    private final Map<String, Set<String>> waitsFor = new HashMap<>();

    NeedOrder(List<ItemRule> items) {
        items.forEach(rule -> rules.put(rule.item(), rule));
    }

    /**
     * @throws Invalid when items need each other in a circle; the sentence names them
     */
    List<ItemRule> order() {
        Map<String, ItemRule> waiting = new LinkedHashMap<>(rules);
        List<ItemRule> settled = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<ItemRule> ready = ready(waiting, true);
            if (ready.isEmpty()) {
                // hard checks in a circle: the first item of it goes ahead, typed ones before computed ones
                ready = ready(waiting, false).stream()
                        .filter(rule -> waitsForItsCircleOnly(rule.item(), waiting))
                        .sorted((one, other) -> Boolean.compare(one.derivation() != null, other.derivation() != null))
                        .limit(1)
                        .toList();
            }
            if (ready.isEmpty()) {
                throw new Invalid("The items %s need each other in a circle, so none of them can be settled first."
                        .formatted(String.join(", ", circle(waiting))));
            }
            ready.forEach(rule -> waiting.remove(rule.item()));
            settled.addAll(ready);
        }
        return List.copyOf(settled);
    }

    private static List<ItemRule> ready(Map<String, ItemRule> waiting, boolean checksToo) {
        return waiting.values().stream()
                .filter(rule -> rule.needs().stream().noneMatch(waiting::containsKey))
                .filter(rule -> !checksToo || rule.checkNeeds().stream().noneMatch(waiting::containsKey))
                .toList();
    }

    private boolean waitsForItsCircleOnly(String item, Map<String, ItemRule> waiting) {
        return waitsFor(item).stream()
                .filter(waiting::containsKey)
                .allMatch(other -> waitsFor(other).contains(item));
    }

    /** Follows needs from an item in a circle until one comes again; what lies between is the circle. */
    private List<String> circle(Map<String, ItemRule> waiting) {
        List<String> path = new ArrayList<>();
        String at = waiting.keySet().stream()
                .filter(item -> comesFrom(item).contains(item))
                .findFirst()
                .orElseThrow();
        while (!path.contains(at)) {
            path.add(at);
            at = waiting.get(at).needs().stream()
                    .filter(name -> waiting.containsKey(name) && comesFrom(name).contains(name))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        return path.subList(path.indexOf(at), path.size());
    }

    /** Whether a check looks at what is computed, or hidden, by its own item, or computed in a circle with it. */
    boolean looksAtConsequence(ItemRule rule, ItemRule.CheckRule check) {
        return check.names().stream()
                .filter(name -> !name.equals(rule.item()))
                .anyMatch(name ->
                        comesFrom(name).contains(rule.item()) || isDerived(name) && inOneCircle(rule.item(), name));
    }

    private boolean isDerived(String item) {
        return rules.containsKey(item) && rules.get(item).derivation() != null;
    }

    /** Whether these two wait for each other by way of hard checks. */
    boolean inOneCircle(String one, String other) {
        return one.equals(other)
                || waitsFor(one).contains(other) && waitsFor(other).contains(one);
    }

    /** All items by whose value this one is computed or hidden, directly or not. */
    private Set<String> comesFrom(String item) {
        return comesFrom.computeIfAbsent(item, start -> reach(start, false));
    }

    private Set<String> waitsFor(String item) {
        return waitsFor.computeIfAbsent(item, start -> reach(start, true));
    }

    private Set<String> reach(String start, boolean checksToo) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            ItemRule rule = rules.get(open.remove(open.size() - 1));
            if (rule != null) {
                Set<String> needs = rule.needs();
                if (checksToo) {
                    needs.addAll(rule.checkNeeds());
                }
                needs.stream().filter(rules::containsKey).filter(reached::add).forEach(open::add);
            }
        }
        return reached;
    }
}
