package org.casebook.web.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.CodeListDefinition.CodeListItem;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.rules.RangeCheck;
import org.casebook.web.shell.Words;
import org.casebook.wording.CheckWords;

/**
 * An item as the plan shows it.
 *
 * @param answer what is answered: type, unit, codes
 * @param marks required, verified against source, …, joined; may be empty
 * @param rules when it is not collected, how it is computed, its checks
 */
public record ItemRow(String oid, String question, String answer, String marks, List<Rule> rules) {

    private static final String ROOM = "study";

    /** A rule in words, and as it is written. */
    public record Rule(String words, String expression) {}

    static ItemRow of(StudyDefinition study, ItemDefinition item) {
        return new ItemRow(item.oid(), item.question().shown(), answer(item), marks(item), rules(study, item));
    }

    private static String answer(ItemDefinition item) {
        StringBuilder answer = new StringBuilder(Words.of(ROOM, "type." + item.type()));
        if (item.unit() != null) {
            answer.append(", ").append(item.unit().symbol());
        }
        if (item.scale() != null) {
            answer.append(", ")
                    .append(item.scale().low())
                    .append("–")
                    .append(item.scale().high());
        }
        if (item.codeList() != null) {
            answer.append(": ")
                    .append(item.codeList().items().stream().map(ItemRow::code).collect(Collectors.joining(" · ")));
        }
        return answer.toString();
    }

    private static String code(CodeListItem item) {
        return item.decode().shown() + " (" + item.code() + ")";
    }

    private static String marks(ItemDefinition item) {
        List<String> marks = new ArrayList<>();
        if (item.mandatory()) {
            marks.add(Words.of(ROOM, "required"));
        }
        if (item.critical()) {
            marks.add(Words.of(ROOM, "critical"));
        }
        if (item.blinded()) {
            marks.add(Words.of(ROOM, "blinded"));
        }
        return String.join(" · ", marks);
    }

    private static List<Rule> rules(StudyDefinition study, ItemDefinition item) {
        List<Rule> rules = new ArrayList<>();
        if (item.isConditional()) {
            StudyDefinition.Condition condition = study.conditions().get(item.conditionOid());
            rules.add(new Rule(Words.of(ROOM, "notCollected", condition.name().shown()), condition.expression()));
        }
        if (item.methodOid() != null) {
            StudyDefinition.Method method = study.methods().get(item.methodOid());
            rules.add(new Rule(Words.of(ROOM, "computed", method.description().shown()), method.expression()));
        }
        item.checks().forEach(check -> rules.add(new Rule(words(item, check), written(check))));
        return rules;
    }

    private static String words(ItemDefinition item, CheckDefinition check) {
        String expected =
                new CheckWords(TranslatedText.ENGLISH).expected(item, check).orElse("");
        return Words.of(
                ROOM,
                check.isHard() ? "hardCheck" : "softCheck",
                check.message().isEmpty() ? expected : check.message().shown());
    }

    private static String written(CheckDefinition check) {
        RangeCheck range = check.range();
        if (range == null) {
            return check.expression();
        }
        String values =
                range.values().stream().map(value -> value.toPlainString()).collect(Collectors.joining(", "));
        return Words.of(ROOM, "comparator." + range.comparator()) + " " + values;
    }
}
