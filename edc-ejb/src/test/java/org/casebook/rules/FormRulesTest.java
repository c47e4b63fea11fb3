package org.casebook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebook.kernel.Invalid;
import org.casebook.rules.FormFindings.FiredCheck;
import org.casebook.rules.ItemRule.CheckRule;
import org.casebook.rules.RangeCheck.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormRulesTest {

    private static final Map<String, DataType> NAMES = Map.of(
            "SEX", DataType.CHOICE,
            "PREG", DataType.CHOICE,
            "WEEKS", DataType.INTEGER,
            "HEIGHT", DataType.DECIMAL,
            "WEIGHT", DataType.DECIMAL,
            "BMI", DataType.CALCULATED,
            "OBESE", DataType.BOOLEAN,
            "DM.AGE", DataType.INTEGER);

    private static FormRules rules() {
        return new FormRules(List.of(
                // declared before what they need, on purpose
                derived("OBESE", DataType.BOOLEAN, null, "BMI >= 30"),
                derived("BMI", DataType.CALCULATED, 1, "WEIGHT / (HEIGHT * HEIGHT / 10000)"),
                typed("WEEKS", DataType.INTEGER, "PREG != 'POS'"),
                typed("PREG", DataType.CHOICE, "SEX != 'F'"),
                typed("SEX", DataType.CHOICE, null),
                typed(
                        "HEIGHT",
                        DataType.DECIMAL,
                        null,
                        range("CK_H", Comparator.GE, "120"),
                        range("CK_H2", Comparator.LE, "220")),
                typed("WEIGHT", DataType.DECIMAL, null, check("CK_W", "WEIGHT > 30 || DM.AGE < 12"))));
    }

    private static ItemRule typed(String item, DataType type, String exception, CheckRule... checks) {
        Expression hidden = exception == null ? null : Expression.condition(exception, NAMES);
        return new ItemRule(item, type, null, hidden, null, List.of(checks));
    }

    private static ItemRule derived(String item, DataType type, Integer digits, String derivation) {
        return new ItemRule(item, type, digits, null, Expression.derivation(derivation, NAMES, type), List.of());
    }

    private static CheckRule range(String oid, Comparator comparator, String value) {
        return new CheckRule(oid, false, new RangeCheck(comparator, List.of(new BigDecimal(value))), null);
    }

    private static CheckRule check(String oid, String expression) {
        return new CheckRule(oid, false, null, Expression.condition(expression, NAMES));
    }

    private static FormFindings judge(String... itemsAndValues) {
        Map<String, TypedValue> own = new HashMap<>();
        Map<String, TypedValue> foreign = new HashMap<>();
        for (int i = 0; i < itemsAndValues.length; i += 2) {
            String name = itemsAndValues[i];
            (name.contains(".") ? foreign : own).put(name, new TypedValue(NAMES.get(name), itemsAndValues[i + 1]));
        }
        return rules().judge(own, foreign);
    }

    @Test
    void hidesWhatIsNotCollectedAndWhatIsNotYetKnown() {
        assertThat(judge().visibility())
                .containsEntry("PREG", Visibility.HIDDEN)
                .containsEntry("SEX", Visibility.SHOWN);
        assertThat(judge("SEX", "M").visibility()).containsEntry("PREG", Visibility.HIDDEN);
        assertThat(judge("SEX", "F").visibility())
                .containsEntry("PREG", Visibility.SHOWN)
                .containsEntry("WEEKS", Visibility.HIDDEN);
        assertThat(judge("SEX", "F", "PREG", "POS").visibility()).containsEntry("WEEKS", Visibility.SHOWN);
    }

    @Test
    void valuesThatShouldNotBeThereAreShownAndDoNotCount() {
        FormFindings findings = judge("SEX", "M", "PREG", "POS", "WEEKS", "9");
        assertThat(findings.visibility()).containsEntry("PREG", Visibility.SUPERFLUOUS);
        // PREG does not count, so whether WEEKS is collected is unknown, and its value stays
        assertThat(findings.visibility()).containsEntry("WEEKS", Visibility.SHOWN);
        assertThat(judge("SEX", "M", "PREG", "POS").visibility()).containsEntry("WEEKS", Visibility.HIDDEN);
    }

    @Test
    void keepsTheOrderOfTheForm() {
        assertThat(new ArrayList<>(judge().visibility().keySet()))
                .containsExactly("OBESE", "BMI", "WEEKS", "PREG", "SEX", "HEIGHT", "WEIGHT");
    }

    @Test
    void computesAndRoundsAndComputesFromTheComputed() {
        FormFindings findings = judge("HEIGHT", "180", "WEIGHT", "97.2");
        assertThat(findings.derived()).containsEntry("BMI", new TypedValue(DataType.CALCULATED, "30.0"));
        assertThat(findings.derived()).containsEntry("OBESE", new TypedValue(DataType.BOOLEAN, "true"));
        assertThat(judge("HEIGHT", "180").derived()).isEmpty();
        assertThat(judge("HEIGHT", "180").derivedItems()).containsExactlyInAnyOrder("BMI", "OBESE");
    }

    @Test
    void aStaleComputedValueDoesNotCount() {
        assertThat(judge("HEIGHT", "180", "BMI", "40.0").derived()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2.675, 2, 2.68",
        "2.665, 2, 2.67",
        "-2.675, 2, -2.68",
        "0.5, 0, 1",
        "1.5, 0, 2",
        "2.5, 0, 3",
        "1, 2, 1.00"
    })
    void roundsHalfUpAsPeopleDo(String value, int digits, String expected) {
        Map<String, DataType> names = Map.of("A", DataType.DECIMAL, "R", DataType.CALCULATED);
        FormRules rules = new FormRules(List.of(new ItemRule(
                "R",
                DataType.CALCULATED,
                digits,
                null,
                Expression.derivation("A", names, DataType.CALCULATED),
                List.of())));
        FormFindings findings = rules.judge(Map.of(), Map.of("A", new TypedValue(DataType.DECIMAL, value)));
        assertThat(findings.derived().get("R").text()).isEqualTo(expected);
    }

    @Test
    void checksFireOnlyOnWhatIsKnownToBeWrong() {
        assertThat(judge().fired()).isEmpty();
        assertThat(judge("HEIGHT", "119.9").fired()).containsExactly(new FiredCheck("HEIGHT", "CK_H"));
        assertThat(judge("HEIGHT", "120").fired()).isEmpty();
        assertThat(judge("HEIGHT", "220.01").fired()).containsExactly(new FiredCheck("HEIGHT", "CK_H2"));
        assertThat(judge("WEIGHT", "25").fired()).isEmpty();
        assertThat(judge("WEIGHT", "25", "DM.AGE", "30").fired()).containsExactly(new FiredCheck("WEIGHT", "CK_W"));
        assertThat(judge("WEIGHT", "25", "DM.AGE", "9").fired()).isEmpty();
    }

    @Test
    void asksForForeignNamesOnlyByName() {
        assertThat(rules().foreignNames()).containsExactly("DM.AGE");
    }

    @Test
    void refusesCircles() {
        List<ItemRule> circle = List.of(
                derived("BMI", DataType.CALCULATED, 1, "WEIGHT + 1"),
                derived("WEIGHT", DataType.CALCULATED, 1, "BMI + 1"));
        assertThatThrownBy(() -> new FormRules(circle))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("BMI")
                .hasMessageContaining("WEIGHT")
                .hasMessageContaining("circle");
    }

    @Test
    void comparesExactlyInDecimals() {
        RangeCheck in = new RangeCheck(Comparator.IN, List.of(new BigDecimal("1.10"), new BigDecimal("2")));
        assertThat(in.holds(new TypedValue(DataType.DECIMAL, "1.1")).isTrue()).isTrue();
        assertThat(in.holds(new TypedValue(DataType.DECIMAL, "1.11")).isFalse()).isTrue();
        assertThat(in.holds(null).isUnknown()).isTrue();
        RangeCheck notIn = new RangeCheck(Comparator.NOTIN, List.of(new BigDecimal("1.1")));
        assertThat(notIn.holds(new TypedValue(DataType.DECIMAL, "1.10")).isFalse())
                .isTrue();
        RangeCheck less = new RangeCheck(Comparator.LT, List.of(new BigDecimal("0.3")));
        assertThat(less.holds(new TypedValue(DataType.DECIMAL, "0.30")).isFalse())
                .isTrue();
    }
}
