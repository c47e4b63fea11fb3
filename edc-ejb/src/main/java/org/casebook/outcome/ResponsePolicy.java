package org.casebook.outcome;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Judges who responds. Somebody is followed at a visit when at least one rule can be judged there; he responds when any rule
 * holds. A rule whose value, or whose baseline, is missing says nothing: nothing is carried forward.
 *
 * @param subjects all participants of the place
 * @param due whether this participant's visit was due by now
 */
record ResponsePolicy(
        ResponseDefinition definition, Measurements values, Set<String> subjects, BiPredicate<String, String> due) {

    /** Responder, not, or unknown. */
    Optional<Boolean> responds(String subject, String event) {
        List<Boolean> judged = definition.rules().stream()
                .map(rule -> rule.holds(
                        values.number(subject, definition.baseline(), rule.item()),
                        values.number(subject, event, rule.item())))
                .flatMap(Optional::stream)
                .toList();
        return judged.isEmpty() ? Optional.empty() : Optional.of(judged.contains(true));
    }

    /** How many of the group have a value at baseline. */
    int size(Predicate<String> group) {
        return (int) subjects.stream().filter(group).filter(this::begun).count();
    }

    /** Whether there is a value to count from; where nothing counts from baseline, whether there is any value. */
    private boolean begun(String subject) {
        boolean counts =
                definition.rules().stream().anyMatch(rule -> rule.kind().counts());
        return definition.rules().stream()
                .anyMatch(rule -> counts
                        ? values.number(subject, definition.baseline(), rule.item()) != null
                        : values.measured(subject, rule.item()));
    }

    /**
     * One cell of the table.
     *
     * @param initial the visit whose responders are followed
     * @param later whether this visit comes after it
     */
    ResponseTable.Cell cell(Predicate<String> group, String event, String initial, boolean later) {
        List<String> all = subjects.stream().filter(group).toList();
        Map<String, Boolean> followed = judged(all, event);
        List<String> responders =
                followed.keySet().stream().filter(followed::get).toList();
        Map<String, Boolean> first = judged(followed.keySet(), initial);
        List<String> before = first.keySet().stream().filter(first::get).toList();
        int expected = (int) all.stream()
                .filter(subject -> followed.containsKey(subject) || begun(subject) && due.test(subject, event))
                .count();
        return new ResponseTable.Cell(
                new Share(followed.size(), expected),
                new Share(responders.size(), followed.size()),
                later ? new Share((int) before.stream().filter(followed::get).count(), before.size()) : null,
                definition.rules().stream()
                        .map(rule -> mean(responders, event, rule.item()))
                        .toList());
    }

    /** Whether each of these responds at the visit; without whom nothing is known of. */
    private Map<String, Boolean> judged(Collection<String> some, String event) {
        Map<String, Boolean> judged = new LinkedHashMap<>();
        some.forEach(subject -> responds(subject, event).ifPresent(response -> judged.put(subject, response)));
        return judged;
    }

    private Mean mean(List<String> some, String event, String item) {
        List<BigDecimal> numbers = some.stream()
                .map(subject -> values.number(subject, event, item))
                .filter(Objects::nonNull)
                .toList();
        return Mean.of(numbers);
    }
}
