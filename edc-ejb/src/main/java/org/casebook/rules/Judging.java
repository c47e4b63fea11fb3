package org.casebook.rules;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.casebook.kernel.Truth;
import org.casebook.rules.FormFindings.FiredCheck;
import org.casebook.rules.FormRules.Settling;
import org.casebook.rules.ItemRule.CheckRule;

/** One judging of one form: settles items one after the other, and keeps what changed on the way. For one thread, used once. */
final class Judging {

    private final FormRules rules;
    private final Values foreign;
    private final Map<String, TypedValue> own;

    /** What rules see. */
    private final Map<String, TypedValue> counting;

    /** What would count if no check failed. */
    private final Map<String, TypedValue> entered;

    private final Map<String, Visibility> visibility = new HashMap<>();
    private final Map<String, TypedValue> derived = new HashMap<>();
    private final Set<FiredCheck> fired = new HashSet<>();
    private final Set<String> touched = new HashSet<>();
    private int evaluated;

    Judging(FormRules rules, Map<String, TypedValue> own, Values foreign) {
        this.rules = rules;
        this.foreign = foreign;
        this.own = own;
        this.counting = new HashMap<>(foreign.single());
        counting.putAll(own);
        this.entered = new HashMap<>(counting);
    }

    void settleAll() {
        rules.derivedItems().forEach(item -> put(item, null));
        rules.inNeedOrder().forEach(this::settle);
        rules.inNeedOrder().forEach(one -> tell(one, one.telling()));
    }

    void settle(Set<String> changed, FormFindings before) {
        takeOver(before);
        touched.addAll(changed);
        BitSet affected = new BitSet();
        changed.forEach(name -> affected.or(rules.readersOf(name)));
        for (int i = affected.nextSetBit(0); i >= 0; i = affected.nextSetBit(i + 1)) {
            if (settleAgain(rules.inNeedOrder().get(i))) {
                affected.or(rules.readersOf(rules.inNeedOrder().get(i).item()));
            }
        }
        affected.stream().mapToObj(rules.inNeedOrder()::get).forEach(this::tellAgain);
    }

    /** Everything as it was found before, with the values as they are now. */
    private void takeOver(FormFindings before) {
        fired.addAll(before.fired());
        for (Settling one : rules.inNeedOrder()) {
            String item = one.item();
            Visibility seen = before.visibility().getOrDefault(item, Visibility.SHOWN);
            visibility.put(item, seen);
            if (one.rule().derivation() != null) {
                put(item, before.derived().get(item));
                Optional.ofNullable(before.derived().get(item)).ifPresent(value -> derived.put(item, value));
            }
            if (!seen.isCollected()) {
                put(item, null);
            }
            if (one.excluding().stream().anyMatch(check -> fired.contains(new FiredCheck(item, check.oid())))) {
                counting.remove(item);
            }
        }
    }

    private void settle(Settling one) {
        see(one);
        compute(one);
        exclude(one, one.excluding());
    }

    /**
     * Settles again what may come out otherwise.
     *
     * @return whether what others see of it changed
     */
    private boolean settleAgain(Settling one) {
        TypedValue counted = counting.get(one.item());
        TypedValue held = entered.get(one.item());
        Visibility seen = visibility.get(one.item());
        boolean own = touched.contains(one.item());
        if (own || asksForTouched(one.rule().needs())) {
            see(one);
            compute(one);
        }
        boolean ownNow = own || !Objects.equals(held, entered.get(one.item()));
        exclude(
                one,
                one.excluding().stream()
                        .filter(check -> ownNow || asksForTouched(check.names()))
                        .toList());
        boolean changed = own
                || seen != visibility.get(one.item())
                || !Objects.equals(counted, counting.get(one.item()))
                || !Objects.equals(held, entered.get(one.item()));
        if (changed) {
            touched.add(one.item());
        }
        return changed;
    }

    private void tellAgain(Settling one) {
        tell(
                one,
                one.telling().stream()
                        .filter(check -> touched.contains(one.item()) || asksForTouched(check.names()))
                        .toList());
    }

    private boolean asksForTouched(Collection<String> names) {
        return names.stream().anyMatch(touched::contains);
    }

    private void see(Settling one) {
        TypedValue typed = one.rule().derivation() == null ? own.get(one.item()) : null;
        Visibility seen = one.rule().exception() == null
                ? Visibility.SHOWN
                : seen(test(one.rule().exception(), counting), typed != null);
        visibility.put(one.item(), seen);
        put(one.item(), seen.isCollected() ? typed : null);
    }

    private static Visibility seen(Truth exception, boolean filled) {
        return switch (exception) {
            case FALSE -> Visibility.SHOWN;
            case TRUE -> filled ? Visibility.SUPERFLUOUS : Visibility.HIDDEN;
            // not known yet: what is there stays visible and counts, what is not there waits
            case UNKNOWN -> filled ? Visibility.SHOWN : Visibility.HIDDEN;
        };
    }

    private void compute(Settling one) {
        if (one.rule().derivation() == null) {
            return;
        }
        derived.remove(one.item());
        if (visibility.get(one.item()).isCollected()) {
            evaluated++;
            one.rule()
                    .derivation()
                    .value(foreign.with(counting))
                    .map(value -> finish(one.rule(), value))
                    .ifPresent(value -> {
                        derived.put(one.item(), value);
                        put(one.item(), value);
                    });
        }
    }

    private static TypedValue finish(ItemRule rule, TypedValue value) {
        if (!rule.type().isNumber()) {
            return new TypedValue(rule.type(), value.text());
        }
        Integer digits = rule.significantDigits();
        String text = digits == null
                ? value.number().stripTrailingZeros().toPlainString()
                : value.number().setScale(digits, RoundingMode.HALF_UP).toPlainString();
        return new TypedValue(rule.type(), text);
    }

    /** Judges hard checks on what was entered; a value that fails one counts no longer. */
    private void exclude(Settling one, List<CheckRule> checks) {
        for (CheckRule check : checks) {
            judge(one, check, operands(one, check));
        }
        boolean fails =
                one.excluding().stream().anyMatch(check -> fired.contains(new FiredCheck(one.item(), check.oid())));
        set(counting, one.item(), fails ? null : entered.get(one.item()));
    }

    private void tell(Settling one, List<CheckRule> checks) {
        for (CheckRule check : checks) {
            judge(one, check, counting);
        }
    }

    private void judge(Settling one, CheckRule check, Map<String, TypedValue> values) {
        FiredCheck failure = new FiredCheck(one.item(), check.oid());
        if (visibility.get(one.item()).isCollected()
                && holds(check, one.item(), values).isFalse()) {
            fired.add(failure);
        } else {
            fired.remove(failure);
        }
    }

    private Map<String, TypedValue> operands(Settling one, CheckRule check) {
        Map<String, TypedValue> values = new HashMap<>();
        for (String name : check.names()) {
            set(values, name, one.together().contains(name) ? own.get(name) : counting.get(name));
        }
        set(values, one.item(), entered.get(one.item()));
        return values;
    }

    private Truth holds(CheckRule check, String item, Map<String, TypedValue> values) {
        if (check.range() == null) {
            return test(check.expression(), values);
        }
        evaluated++;
        return check.range().holds(values.get(item));
    }

    private Truth test(Expression expression, Map<String, TypedValue> values) {
        evaluated++;
        return expression.test(foreign.with(values));
    }

    private void put(String item, TypedValue value) {
        set(counting, item, value);
        set(entered, item, value);
    }

    private static void set(Map<String, TypedValue> values, String name, TypedValue value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    FormFindings findings() {
        Map<String, Visibility> ordered = new LinkedHashMap<>();
        List<FiredCheck> firedInOrder = new ArrayList<>();
        for (ItemRule rule : rules.inFormOrder()) {
            ordered.put(rule.item(), visibility.get(rule.item()));
            rule.checks().stream()
                    .map(check -> new FiredCheck(rule.item(), check.oid()))
                    .filter(fired::contains)
                    .forEach(firedInOrder::add);
        }
        return new FormFindings(ordered, derived, rules.derivedItems(), firedInOrder, evaluated);
    }
}
