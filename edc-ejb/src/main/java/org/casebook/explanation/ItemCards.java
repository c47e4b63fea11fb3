package org.casebook.explanation;

import java.util.ArrayList;
import java.util.List;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.explanation.ItemCard.Rule;
import org.casebook.kernel.Phrases;
import org.casebook.wording.CheckWords;

/** Writes the card of an item. */
final class ItemCards {

    private final Sight sight;
    private final Phrases phrases;

    ItemCards(Sight sight) {
        this.sight = sight;
        this.phrases = sight.phrases();
    }

    ItemCard of(ItemDefinition item) {
        return new ItemCard(
                item.oid(),
                item.name(),
                item.question().in(sight.language()),
                phrases.say("type." + item.type()),
                item.unit() == null ? null : item.unit().symbol(),
                item.mandatory(),
                item.critical(),
                limits(item),
                answers(item),
                item.checks().stream().map(check -> check(item, check)).toList(),
                condition(item),
                method(item),
                item.aliases().stream()
                        .map(alias -> alias.context() + ": " + alias.name())
                        .toList());
    }

    private List<String> limits(ItemDefinition item) {
        List<String> limits = new ArrayList<>();
        if (item.length() != null && !item.type().isChoice()) {
            limits.add(phrases.say("length", item.length().toString()));
        }
        if (item.significantDigits() != null) {
            limits.add(phrases.say("digits", item.significantDigits().toString()));
        }
        if (item.scale() != null) {
            limits.add(item.scale().low().toPlainString() + "–"
                    + item.scale().high().toPlainString());
        }
        return limits;
    }

    private List<String> answers(ItemDefinition item) {
        return item.codeList() == null
                ? List.of()
                : item.codeList().items().stream()
                        .map(answer -> answer.code() + " = " + answer.decode().in(sight.language()))
                        .toList();
    }

    private Rule check(ItemDefinition item, CheckDefinition check) {
        String words = new CheckWords(sight.language())
                .expected(item, check)
                .orElseGet(() -> check.expression() == null ? "" : sight.words(check.expression()));
        return new Rule(
                check.message().in(sight.language()),
                phrases.say("ruleExpects", words),
                check.expression(),
                check.isHard());
    }

    private Rule condition(ItemDefinition item) {
        if (!item.isConditional()) {
            return null;
        }
        StudyDefinition.Condition condition = sight.study().conditions().get(item.conditionOid());
        return new Rule(
                condition.name().in(sight.language()),
                phrases.say("ruleHolds", sight.words(condition.expression())),
                condition.expression(),
                false);
    }

    private Rule method(ItemDefinition item) {
        if (item.methodOid() == null) {
            return null;
        }
        StudyDefinition.Method method = sight.study().methods().get(item.methodOid());
        return new Rule(
                method.name().in(sight.language()),
                phrases.say("ruleComputes", sight.words(method.expression())),
                method.expression(),
                false);
    }
}
