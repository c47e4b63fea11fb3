package org.casebook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebook.rules.ItemRule.CheckRule;
import org.casebook.rules.RangeCheck.Comparator;
import org.junit.jupiter.api.Test;

/** A value that fails a hard check counts nowhere; and what happens when checks go in circles. */
class HardChecksTest {

    private static final Map<String, DataType> NAMES = Map.of(
            "Q1", DataType.INTEGER,
            "Q2", DataType.INTEGER,
            "NOTE", DataType.TEXT,
            "SCORE", DataType.CALCULATED,
            "HALF", DataType.CALCULATED,
            "SYS", DataType.INTEGER,
            "DIA", DataType.INTEGER);

    private static FormFindings judge(List<ItemRule> rules, Object... itemsAndValues) {
        Map<String, TypedValue> own = new HashMap<>();
        for (int i = 0; i < itemsAndValues.length; i += 2) {
            String item = (String) itemsAndValues[i];
            own.put(item, new TypedValue(NAMES.get(item), itemsAndValues[i + 1].toString()));
        }
        return new FormRules(rules).judge(own, Map.of());
    }

    private static ItemRule typed(String item, CheckRule... checks) {
        return new ItemRule(item, NAMES.get(item), null, null, null, List.of(checks));
    }

    private static ItemRule computed(String item, String derivation, CheckRule... checks) {
        return new ItemRule(
                item,
                NAMES.get(item),
                null,
                null,
                Expression.derivation(derivation, NAMES, NAMES.get(item)),
                List.of(checks));
    }

    private static CheckRule atMost(String oid, boolean hard, int limit) {
        return new CheckRule(oid, hard, new RangeCheck(Comparator.LE, List.of(BigDecimal.valueOf(limit))), null);
    }

    private static CheckRule check(String oid, boolean hard, String expression) {
        return new CheckRule(oid, hard, null, Expression.condition(expression, NAMES));
    }

    private static List<String> fired(FormFindings findings) {
        return findings.fired().stream().map(FormFindings.FiredCheck::check).toList();
    }

    @Test
    void aValueThatFailsAHardCheckCountsInNoScore() {
        List<ItemRule> rules = List.of(
                typed("Q1", atMost("Q1_5", true, 5)),
                typed("Q2", atMost("Q2_5", true, 5)),
                computed("SCORE", "sum(Q1, Q2)"));
        assertThat(judge(rules, "Q1", 5, "Q2", 3).derived().get("SCORE").text()).isEqualTo("8");
        FormFindings wrong = judge(rules, "Q1", 9, "Q2", 3);
        assertThat(wrong.derived().get("SCORE").text()).isEqualTo("3");
        assertThat(fired(wrong)).containsExactly("Q1_5");
    }

    @Test
    void aSoftCheckOnlyWarns() {
        List<ItemRule> rules = List.of(typed("Q1", atMost("Q1_5", false, 5)), computed("SCORE", "Q1 + 1"));
        FormFindings odd = judge(rules, "Q1", 9);
        assertThat(odd.derived().get("SCORE").text()).isEqualTo("10");
        assertThat(fired(odd)).containsExactly("Q1_5");
    }

    @Test
    void itIsUnknownToVisibilityAndToOtherChecks() {
        List<ItemRule> rules = List.of(
                typed("Q1", atMost("Q1_5", true, 5), atMost("Q1_4", false, 4)),
                typed("Q2", check("Q2_LESS", false, "Q2 < Q1")),
                new ItemRule("NOTE", DataType.TEXT, null, Expression.condition("Q1 < 3", NAMES), null, List.of()));
        FormFindings right = judge(rules, "Q1", 5, "Q2", 7);
        assertThat(fired(right)).containsExactly("Q1_4", "Q2_LESS");
        assertThat(right.visibility()).containsEntry("NOTE", Visibility.SHOWN);
        FormFindings wrong = judge(rules, "Q1", 6, "Q2", 7);
        assertThat(fired(wrong)).containsExactly("Q1_5");
        assertThat(wrong.visibility()).containsEntry("NOTE", Visibility.HIDDEN);
    }

    @Test
    void aComputedValueThatFailsIsShownButNothingIsComputedFromIt() {
        List<ItemRule> rules = List.of(
                typed("Q1"), computed("SCORE", "Q1 * 10", atMost("SCORE_50", true, 50)), computed("HALF", "SCORE / 2"));
        FormFindings wrong = judge(rules, "Q1", 6);
        assertThat(wrong.derived().get("SCORE").text()).isEqualTo("60");
        assertThat(wrong.derived()).doesNotContainKey("HALF");
        assertThat(judge(rules, "Q1", 5).derived().get("HALF").text()).isEqualTo("25");
    }

    @Test
    void twoItemsCheckedAgainstEachOtherAreBothFlagged() {
        List<ItemRule> rules = List.of(
                typed("SYS", check("SYS_ABOVE", true, "SYS > DIA")),
                typed("DIA", check("DIA_BELOW", true, "DIA < SYS")),
                computed("SCORE", "SYS - DIA"));
        FormFindings wrong = judge(rules, "SYS", 80, "DIA", 120);
        assertThat(fired(wrong)).containsExactly("SYS_ABOVE", "DIA_BELOW");
        assertThat(wrong.derived()).isEmpty();
        assertThat(judge(rules, "SYS", 120, "DIA", 80).derived().get("SCORE").text())
                .isEqualTo("40");
    }

    @Test
    void aCheckOnWhatIsComputedFromTheItemFlagsItAndLetsItCount() {
        List<ItemRule> rules =
                List.of(typed("Q1", check("TOTAL", true, "SCORE <= 10")), typed("Q2"), computed("SCORE", "Q1 + Q2"));
        FormFindings wrong = judge(rules, "Q1", 6, "Q2", 6);
        assertThat(fired(wrong)).containsExactly("TOTAL");
        assertThat(wrong.derived().get("SCORE").text()).isEqualTo("12");
        assertThat(fired(judge(rules, "Q1", 6, "Q2", 4))).isEmpty();
    }
}
