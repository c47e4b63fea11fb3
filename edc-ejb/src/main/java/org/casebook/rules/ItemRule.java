package org.casebook.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The compiled rules of one item.
 *
 * @param item the item's name on its form
 * @param type its type; computed values are given in it
 * @param significantDigits digits after the decimal point that a computed number keeps, rounded half up; null: all
 * @param exception when it is true the item is not collected; null: always collected
 * @param derivation computes the value; null when it is typed
 * @param checks edit checks, in order
 */
public record ItemRule(
        String item,
        DataType type,
        Integer significantDigits,
        Expression exception,
        Expression derivation,
        List<CheckRule> checks) {

    public ItemRule {
        checks = List.copyOf(checks);
    }

    /**
     * One compiled check: a simple comparison or an expression, never both.
     *
     * @param oid name of the check
     */
    public record CheckRule(String oid, RangeCheck range, Expression expression) {}

    /** What must be settled before this item: the names that its visibility and its derivation ask for. */
    public Set<String> needs() {
        Set<String> names = new HashSet<>();
        if (exception != null) {
            names.addAll(exception.names());
        }
        if (derivation != null) {
            names.addAll(derivation.names());
        }
        return names;
    }

    /** All names that it asks for, those of its checks included. */
    public Set<String> names() {
        Set<String> names = new HashSet<>(needs());
        checks.stream()
                .filter(check -> check.expression() != null)
                .forEach(check -> names.addAll(check.expression().names()));
        return names;
    }
}
