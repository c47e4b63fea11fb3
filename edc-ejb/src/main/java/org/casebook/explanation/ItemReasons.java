package org.casebook.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casebook.capture.ItemState;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition.Condition;
import org.casebook.definition.StudyDefinition.Method;
import org.casebook.explanation.Explanation.Input;
import org.casebook.explanation.Explanation.Reason;
import org.casebook.kernel.Phrases;
import org.casebook.kernel.Truth;
import org.casebook.wording.CheckWords;

/** Why one item stands as it does: hidden, flagged, computed, needed. */
final class ItemReasons {

    private final Sight sight;
    private final ItemDefinition item;
    private final ItemState held;
    private final Phrases phrases;

    ItemReasons(Sight sight, ItemDefinition item) {
        this.sight = sight;
        this.item = item;
        this.held = sight.form().item(item.oid());
        this.phrases = sight.phrases();
    }

    List<Reason> list() {
        List<Reason> reasons = new ArrayList<>();
        if (held.hidden()) {
            reasons.add(hidden());
        }
        held.checks().forEach(check -> reasons.add(standing(check)));
        if (item.isDerived()) {
            reasons.add(derived());
        } else if (item.mandatory() && !held.hidden() && held.isUnanswered()) {
            reasons.add(Reason.of(phrases.say("needed"), List.of(sight.input(item))));
        }
        if (reasons.isEmpty()) {
            reasons.add(asked());
        }
        return reasons;
    }

    private Reason hidden() {
        Sight.Outcome outcome = outcome();
        String key = outcome.withheld()
                ? "hidden.withheld"
                : outcome.truth() == Truth.TRUE ? "hidden.true" : "hidden.unknown";
        return ruled(phrases.say(key), "ruleHolds", condition().expression(), outcome);
    }

    private Reason asked() {
        return item.isConditional()
                ? ruled(phrases.say("askedUnder"), "ruleHolds", condition().expression(), outcome())
                : Reason.of(phrases.say("asked"), List.of());
    }

    private Reason standing(String check) {
        if (check.equals(ItemState.UNREADABLE)) {
            String problem = item.shape().read(held.text()).problem();
            return Reason.of(phrases.say("unreadable", problem), List.of(sight.input(item)));
        }
        if (check.equals(ItemState.SUPERFLUOUS)) {
            return ruled(phrases.say("superfluous"), "ruleHolds", condition().expression(), outcome());
        }
        if (check.equals(ItemState.UNRESOLVED_LINK)) {
            return Reason.of(phrases.say("unresolvedLink"), List.of(sight.input(item)));
        }
        Optional<CheckDefinition> found =
                item.checks().stream().filter(one -> one.oid().equals(check)).findFirst();
        return found.map(this::failing).orElseGet(() -> Reason.of(check, List.of(sight.input(item))));
    }

    private Reason failing(CheckDefinition check) {
        CheckWords words = new CheckWords(sight.language());
        String sentence = phrases.say(check.isHard() ? "hard" : "soft", words.sentence(item, check, held.text()));
        if (check.range() != null) {
            String expected =
                    phrases.say("ruleExpects", words.expected(item, check).orElse(""));
            return new Reason(sentence, expected, null, List.of(sight.input(item)));
        }
        return ruled(sentence, "ruleExpects", check.expression(), sight.outcome(check.expression()));
    }

    private Reason derived() {
        if (item.methodOid() == null) {
            return Reason.of(phrases.say("judgedByRange"), List.of(sight.input(item)));
        }
        Method method = sight.study().methods().get(item.methodOid());
        boolean known = held.value() != null;
        return ruled(
                phrases.say(known ? "derived" : "derivedUnknown"),
                "ruleComputes",
                method.expression(),
                sight.outcome(method.expression()));
    }

    private Reason ruled(String sentence, String rule, String formula, Sight.Outcome outcome) {
        List<Input> inputs = outcome.inputs();
        return new Reason(sentence, phrases.say(rule, outcome.words()), formula, inputs);
    }

    private Condition condition() {
        return sight.study().conditions().get(item.conditionOid());
    }

    private Sight.Outcome outcome() {
        return sight.outcome(condition().expression());
    }
}
