package org.casebook.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * @param looksAt further names on which its value depends, by way of something that is no expression
 */
public record ItemRule(
        String item,
        DataType type,
        Integer significantDigits,
        Expression exception,
        Expression derivation,
        List<CheckRule> checks,
        Set<String> looksAt) {

    public ItemRule {
        checks = List.copyOf(checks);
        looksAt = Set.copyOf(looksAt);
    }

    /** Of an item that depends on expressions alone. */
    public ItemRule(
            String item,
            DataType type,
            Integer significantDigits,
            Expression exception,
            Expression derivation,
            List<CheckRule> checks) {
        this(item, type, significantDigits, exception, derivation, checks, Set.of());
    }

    /** The same rules of an item whose value depends on these names too. */
    public ItemRule lookingAt(Set<String> names) {
        return new ItemRule(item, type, significantDigits, exception, derivation, checks, names);
    }

    /**
     * One compiled check: a simple comparison or an expression, never both.
     *
     * @param oid name of the check
     * @param hard whether a value that fails it does not count elsewhere
     */
    public record CheckRule(String oid, boolean hard, RangeCheck range, Expression expression) {

        /** The names that it asks for; a comparison looks at its own item alone. */
        public Set<String> names() {
            return expression == null ? Set.of() : expression.names();
        }

        private CheckRule meaning(Map<String, String> meanings) {
            return new CheckRule(oid, hard, range, ItemRule.meaning(expression, meanings));
        }
    }

    /** The same rules where some names stand for others. */
    ItemRule meaning(Map<String, String> meanings) {
        return new ItemRule(
                item,
                type,
                significantDigits,
                meaning(exception, meanings),
                meaning(derivation, meanings),
                checks.stream().map(check -> check.meaning(meanings)).toList(),
                looksAt);
    }

    private static Expression meaning(Expression expression, Map<String, String> meanings) {
        return expression == null ? null : expression.meaning(meanings);
    }

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
        checks.forEach(check -> names.addAll(check.names()));
        names.addAll(looksAt);
        return names;
    }

    /** The names that its hard checks ask for beyond the item itself. */
    Set<String> checkNeeds() {
        Set<String> names = new HashSet<>();
        checks.stream().filter(CheckRule::hard).forEach(check -> names.addAll(check.names()));
        names.remove(item);
        return names;
    }
}
