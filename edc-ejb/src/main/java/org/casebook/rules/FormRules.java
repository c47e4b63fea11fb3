package org.casebook.rules;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Truth;

/**
 * The rules of one form, compiled once and safe to share. Items are settled in the order in which they need each other, so
 * that a score of scores, or a question that depends on a hidden question, comes out right in one pass.
 */
public final class FormRules {

    private final List<ItemRule> inFormOrder;
    private final List<ItemRule> inNeedOrder;
    private final Set<String> foreignNames;
    private final Set<String> derivedItems;

    /**
     * @throws Invalid when items need each other in a circle; the sentence names them
     */
    public FormRules(List<ItemRule> items) {
        this.inFormOrder = List.copyOf(items);
        this.inNeedOrder = inNeedOrder(items);
        Set<String> own = items.stream().map(ItemRule::item).collect(Collectors.toSet());
        this.foreignNames = items.stream()
                .flatMap(rule -> rule.names().stream())
                .filter(name -> !own.contains(name))
                .collect(Collectors.toUnmodifiableSet());
        this.derivedItems = items.stream()
                .filter(rule -> rule.derivation() != null)
                .map(ItemRule::item)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names that it asks for beyond its own items: items of other forms, {@code today}, {@code visitDate}. */
    public Set<String> foreignNames() {
        return foreignNames;
    }

    /**
     * Judges the form.
     *
     * @param own the values of its items that were understood, by item; what is missing has no key
     * @param foreign the values of {@link #foreignNames()}, as far as there are any
     */
    public FormFindings judge(Map<String, TypedValue> own, Map<String, TypedValue> foreign) {
        Map<String, TypedValue> counting = new HashMap<>(foreign);
        counting.putAll(own);
        Map<String, Visibility> visibility = new HashMap<>();
        Map<String, TypedValue> derived = new HashMap<>();
        for (ItemRule rule : inNeedOrder) {
            Visibility seen = visibility(rule, counting);
            visibility.put(rule.item(), seen);
            if (rule.derivation() != null) {
                counting.remove(rule.item());
                if (seen.isCollected()) {
                    derive(rule, counting).ifPresent(value -> derived.put(rule.item(), value));
                }
            }
            if (!seen.isCollected()) {
                counting.remove(rule.item());
            } else if (derived.containsKey(rule.item())) {
                counting.put(rule.item(), derived.get(rule.item()));
            }
        }
        return new FormFindings(inFormOrder(visibility), derived, derivedItems, fired(counting, visibility));
    }

    private static Visibility visibility(ItemRule rule, Map<String, TypedValue> values) {
        if (rule.exception() == null) {
            return Visibility.SHOWN;
        }
        boolean filled = values.containsKey(rule.item());
        return switch (rule.exception().test(values)) {
            case FALSE -> Visibility.SHOWN;
            case TRUE -> filled ? Visibility.SUPERFLUOUS : Visibility.HIDDEN;
            // not known yet: what is there stays visible and counts, what is not there waits
            case UNKNOWN -> filled ? Visibility.SHOWN : Visibility.HIDDEN;
        };
    }

    private static Optional<TypedValue> derive(ItemRule rule, Map<String, TypedValue> values) {
        return rule.derivation().value(values).map(value -> finish(rule, value));
    }

    private static TypedValue finish(ItemRule rule, TypedValue value) {
        if (!rule.type().isNumber()) {
            return new TypedValue(rule.type(), value.text());
        }
        Integer digits = rule.type() == DataType.INTEGER ? Integer.valueOf(0) : rule.significantDigits();
        String text = digits == null
                ? value.number().stripTrailingZeros().toPlainString()
                : value.number().setScale(digits, RoundingMode.HALF_UP).toPlainString();
        return new TypedValue(rule.type(), text);
    }

    private List<FormFindings.FiredCheck> fired(Map<String, TypedValue> values, Map<String, Visibility> visibility) {
        List<FormFindings.FiredCheck> fired = new ArrayList<>();
        for (ItemRule rule : inFormOrder) {
            if (visibility.get(rule.item()).isCollected()) {
                rule.checks().stream()
                        .filter(check -> holds(check, rule.item(), values).isFalse())
                        .forEach(check -> fired.add(new FormFindings.FiredCheck(rule.item(), check.oid())));
            }
        }
        return fired;
    }

    private static Truth holds(ItemRule.CheckRule check, String item, Map<String, TypedValue> values) {
        return check.range() == null
                ? check.expression().test(values)
                : check.range().holds(values.get(item));
    }

    private Map<String, Visibility> inFormOrder(Map<String, Visibility> visibility) {
        Map<String, Visibility> ordered = new LinkedHashMap<>();
        inFormOrder.forEach(rule -> ordered.put(rule.item(), visibility.get(rule.item())));
        return ordered;
    }

    private static List<ItemRule> inNeedOrder(List<ItemRule> items) {
        Map<String, ItemRule> waiting = new LinkedHashMap<>();
        items.forEach(rule -> waiting.put(rule.item(), rule));
        List<ItemRule> settled = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<ItemRule> ready = waiting.values().stream()
                    .filter(rule -> rule.needs().stream().noneMatch(waiting::containsKey))
                    .toList();
            if (ready.isEmpty()) {
                throw new Invalid("The items %s need each other in a circle, so none of them can be settled first."
                        .formatted(String.join(", ", new LinkedHashSet<>(waiting.keySet()))));
            }
            ready.forEach(rule -> waiting.remove(rule.item()));
            settled.addAll(ready);
        }
        return List.copyOf(settled);
    }
}
