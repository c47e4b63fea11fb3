package org.casebook.instrument;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.rules.DataType;
import org.casebook.rules.FormRules;
import org.casebook.rules.RangeCheck.Comparator;
import org.casebook.rules.TypedValue;

/** An instrument of the library, to be filled and scored by the rules that production runs. */
final class Sheet {

    private static final Map<String, Sheet> KNOWN = new HashMap<>();
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    final StudyDefinition study;
    final FormDefinition form;
    final Instrument instrument;
    private final FormRules rules;

    private Sheet(String formOid) {
        study = Library.find(formOid).orElseThrow();
        form = study.form(formOid);
        instrument = Instruments.find(study, formOid).orElseThrow();
        rules = new StudyRules(study).form(formOid);
    }

    static synchronized Sheet of(String formOid) {
        return KNOWN.computeIfAbsent(formOid, Sheet::new);
    }

    /** The items that people answer by a number. */
    List<ItemDefinition> questions() {
        return form.items().stream()
                .filter(item -> item.type() == DataType.INTEGER || item.type() == DataType.VAS)
                .toList();
    }

    int lowest(ItemDefinition item) {
        return limit(item, Comparator.GE);
    }

    int highest(ItemDefinition item) {
        return limit(item, Comparator.LE);
    }

    private static int limit(ItemDefinition item, Comparator comparator) {
        if (item.scale() != null) {
            return (comparator == Comparator.GE
                            ? item.scale().low()
                            : item.scale().high())
                    .intValueExact();
        }
        return item.checks().stream()
                .map(CheckDefinition::range)
                .filter(range -> range.comparator() == comparator)
                .map(range -> range.values().get(0).intValueExact())
                .findFirst()
                .orElseThrow();
    }

    /** What the answers come to: each score that there is. */
    Map<String, BigDecimal> scores(Map<String, String> answers) {
        Map<String, TypedValue> typed = new HashMap<>();
        answers.forEach(
                (item, text) -> typed.put(item, form.item(item).read(text).value()));
        Map<String, TypedValue> values = new HashMap<>(typed);
        values.putAll(rules.judge(typed, Map.of()).derived());
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        for (Score score : instrument.scores()) {
            if (values.containsKey(score.itemOid())) {
                scores.put(score.itemOid(), values.get(score.itemOid()).number());
            }
        }
        return scores;
    }

    /** The items that a score is made of: those that its method names, or itself. */
    List<String> partsOf(Score score) {
        ItemDefinition item = form.item(score.itemOid());
        if (item.methodOid() == null) {
            return List.of(item.oid());
        }
        String expression = study.methods().get(item.methodOid()).expression();
        TreeSet<String> named = new TreeSet<>();
        WORD.matcher(expression).results().map(word -> word.group()).forEach(named::add);
        return form.items().stream()
                .map(ItemDefinition::oid)
                .filter(named::contains)
                .toList();
    }
}
