package org.casebook.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.kernel.Invalid;

/**
 * The rules of one form, compiled once and safe to share. Items are settled in the order in which they need each other, so
 * that a score of scores, or a question that depends on a hidden question, comes out right in one pass. A value that fails a
 * hard check of its item is unknown to everything else; see {@link NeedOrder} for checks that go in circles.
 */
public final class FormRules {

    /** These change without any change of a form. */
    private static final Set<String> OF_THE_DAY = Set.of(Expression.TODAY, Expression.VISIT_DATE);

    private final List<ItemRule> inFormOrder;
    private final List<Settling> inNeedOrder = new ArrayList<>();
    private final Map<String, BitSet> readers = new HashMap<>();
    private final Set<String> foreignNames;
    private final Set<String> derivedItems;

    /**
     * One item in the order of needs.
     *
     * @param excluding its hard checks: a value that fails one does not count elsewhere
     * @param telling its other checks
     * @param together itself, and the items that wait for it and for which it waits by way of hard checks
     */
    record Settling(
            ItemRule rule, List<ItemRule.CheckRule> excluding, List<ItemRule.CheckRule> telling, Set<String> together) {

        String item() {
            return rule.item();
        }
    }

    /**
     * @throws Invalid when items need each other in a circle; the sentence names them
     */
    public FormRules(List<ItemRule> items) {
        this.inFormOrder = List.copyOf(items);
        NeedOrder needs = new NeedOrder(items);
        needs.order().forEach(rule -> inNeedOrder.add(settling(rule, needs)));
        for (int i = 0; i < inNeedOrder.size(); i++) {
            note(inNeedOrder.get(i).rule(), i);
        }
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

    /**
     * The same rules where names of {@link #foreignNames()} stand for items of the form itself.
     *
     * @param own by foreign name, the item
     * @throws Invalid when items need each other in a circle by these names
     */
    public FormRules meaning(Map<String, String> own) {
        return new FormRules(inFormOrder.stream().map(rule -> rule.meaning(own)).toList());
    }

    private static Settling settling(ItemRule rule, NeedOrder needs) {
        List<ItemRule.CheckRule> excluding = rule.checks().stream()
                .filter(check -> check.hard() && !needs.looksAtConsequence(rule, check))
                .toList();
        List<ItemRule.CheckRule> telling = rule.checks().stream()
                .filter(check -> !excluding.contains(check))
                .toList();
        Set<String> together = rule.checkNeeds().stream()
                .filter(other -> needs.inOneCircle(rule.item(), other))
                .collect(Collectors.toCollection(HashSet::new));
        together.add(rule.item());
        return new Settling(rule, excluding, telling, together);
    }

    /** The rules of its items, in the form's order. */
    public List<ItemRule> items() {
        return inFormOrder;
    }

    private void note(ItemRule rule, int place) {
        rule.names()
                .forEach(name ->
                        readers.computeIfAbsent(name, key -> new BitSet()).set(place));
        readers.computeIfAbsent(rule.item(), key -> new BitSet()).set(place);
    }

    /** The names that it asks for beyond its own items: items of other forms, {@code today}, {@code visitDate}. */
    public Set<String> foreignNames() {
        return foreignNames;
    }

    /** Of {@link #foreignNames()} those that matter when these names change, and what depends on them. */
    public Set<String> foreignNames(Set<String> changed) {
        BitSet concerned = new BitSet();
        Set<String> names = new HashSet<>();
        List<String> open = new ArrayList<>(changed);
        open.addAll(OF_THE_DAY);
        while (!open.isEmpty()) {
            BitSet more = (BitSet) readersOf(open.remove(open.size() - 1)).clone();
            more.andNot(concerned);
            concerned.or(more);
            more.stream().mapToObj(inNeedOrder::get).forEach(one -> {
                open.add(one.item());
                names.addAll(one.rule().names());
            });
        }
        names.retainAll(foreignNames);
        return names;
    }

    /**
     * Judges the form.
     *
     * @param own the values of its items that were understood, by item; what is missing has no key
     * @param foreign the values of {@link #foreignNames()}, as far as there are any
     */
    public FormFindings judge(Map<String, TypedValue> own, Values foreign) {
        Judging judging = new Judging(this, own, foreign);
        judging.settleAll();
        return judging.findings();
    }

    /** As {@link #judge(Map, Values)}, with single values only. */
    public FormFindings judge(Map<String, TypedValue> own, Map<String, TypedValue> foreign) {
        return judge(own, Values.of(foreign));
    }

    /**
     * Judges the form again after a change. Evaluates only what depends on the change, {@code today} and {@code visitDate};
     * the rest stays as it was.
     *
     * @param foreign the values of {@link #foreignNames(Set)} of the change
     * @param changed own items and foreign names whose value may have changed
     * @param before what was found before the change
     */
    public FormFindings judgeAgain(
            Map<String, TypedValue> own, Values foreign, Set<String> changed, FormFindings before) {
        Judging judging = new Judging(this, own, foreign);
        Set<String> touched = new LinkedHashSet<>(changed);
        touched.addAll(OF_THE_DAY);
        judging.settle(touched, before);
        return judging.findings();
    }

    List<Settling> inNeedOrder() {
        return inNeedOrder;
    }

    List<ItemRule> inFormOrder() {
        return inFormOrder;
    }

    Set<String> derivedItems() {
        return derivedItems;
    }

    /** The places in the order of needs of the items that look at this name. */
    BitSet readersOf(String name) {
        return readers.getOrDefault(name, new BitSet());
    }
}
