package org.casebook.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebook.it.Figures;
import org.casebook.rules.DataType;
import org.casebook.rules.Expression;
import org.casebook.rules.FormFindings;
import org.casebook.rules.FormRules;
import org.casebook.rules.ItemRule;
import org.casebook.rules.ItemRule.CheckRule;
import org.casebook.rules.Names;
import org.casebook.rules.TypedValue;
import org.casebook.rules.Values;
import org.junit.jupiter.api.Test;

/**
 * What one change costs in a form of 500 items and 500 rules: how many rules are evaluated, which must be those that depend on
 * the change and no other, and how long it takes. Needs no server.
 */
class RuleSpeedIT {

    private static final int ITEMS = 500;
    private static final int IN_A_GROUP = 10;
    private static final int CHANGES = 200;
    private static final int WARM_UP = 3;
    private static final double GOAL_MS = 5;
    private static final Names ANY = name -> Optional.of(DataType.INTEGER);

    @Test
    void a_change_in_a_form_of_500_items_evaluates_what_depends_on_it() {
        FormRules rules = new FormRules(groups());
        Map<String, TypedValue> own = new HashMap<>();
        for (int i = 0; i < ITEMS; i++) {
            own.put("I" + i, number(i));
        }
        FormFindings found = rules.judge(own, Values.NONE);
        assertThat(found.evaluated()).isEqualTo(ITEMS);
        Sample sample = new Sample();
        int evaluated = 0;
        for (int round = 0; round < WARM_UP + 1; round++) {
            sample = new Sample();
            sample.round();
            evaluated = 0;
            for (int i = 0; i < CHANGES; i++) {
                String item = "I" + i % (ITEMS / IN_A_GROUP) * IN_A_GROUP;
                own.put(item, number(round * CHANGES + i));
                FormFindings[] after = {found};
                sample.measure(() -> after[0] = rules.judgeAgain(own, Values.NONE, Set.of(item), after[0]));
                found = after[0];
                evaluated += found.evaluated();
                assertThat(found.derived()).hasSize(ITEMS / IN_A_GROUP * 4);
            }
        }
        // the check of the item itself, four computed items in a row, five checks on the last of them
        Figures.add(
                "rules evaluated for one change of 500 items and 500 rules",
                (double) evaluated / CHANGES,
                "rules",
                "those that depend on it: " + IN_A_GROUP,
                evaluated == CHANGES * IN_A_GROUP);
        Figures.atMost("one change of 500 items and 500 rules, median", sample.median(), "ms", GOAL_MS);
        Figures.atMost("one change of 500 items and 500 rules, p95", sample.p95(), "ms", GOAL_MS);
        assertThat(evaluated).isEqualTo(CHANGES * IN_A_GROUP);
        FormFindings all = rules.judge(own, Values.NONE);
        assertThat(found.derived()).isEqualTo(all.derived());
        assertThat(found.fired()).isEqualTo(all.fired());
    }

    /** Groups of ten items: one typed, four computed one from the other, five checked on the last of these. */
    private static List<ItemRule> groups() {
        List<ItemRule> rules = new ArrayList<>();
        for (int i = 0; i < ITEMS; i += IN_A_GROUP) {
            rules.add(rule(i, null, "I" + i + " >= 0"));
            for (int j = i + 1; j <= i + 4; j++) {
                rules.add(rule(j, "I" + (j - 1) + " + 1", null));
            }
            for (int j = i + 5; j < i + IN_A_GROUP; j++) {
                rules.add(rule(j, null, "I" + (i + 4) + " > I" + j));
            }
        }
        return rules;
    }

    private static ItemRule rule(int item, String derivation, String check) {
        String name = "I" + item;
        return new ItemRule(
                name,
                DataType.INTEGER,
                null,
                null,
                derivation == null ? null : Expression.derivation(derivation, ANY, DataType.INTEGER),
                check == null
                        ? List.of()
                        : List.of(new CheckRule(name + "_CK", false, null, Expression.condition(check, ANY))));
    }

    private static TypedValue number(int value) {
        return new TypedValue(DataType.INTEGER, BigDecimal.valueOf(value).toPlainString());
    }
}
