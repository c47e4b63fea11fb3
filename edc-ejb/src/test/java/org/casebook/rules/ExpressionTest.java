package org.casebook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.casebook.kernel.PartialDate;
import org.casebook.kernel.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    private static final Map<String, DataType> NAMES = Map.ofEntries(
            Map.entry("SYS", DataType.INTEGER),
            Map.entry("DIA", DataType.INTEGER),
            Map.entry("PULSE", DataType.INTEGER),
            Map.entry("TEMP", DataType.DECIMAL),
            Map.entry("SEX", DataType.CHOICE),
            Map.entry("RACE", DataType.MULTI_CHOICE),
            Map.entry("OK", DataType.BOOLEAN),
            Map.entry("START", DataType.PARTIAL_DATE),
            Map.entry("STOP", DataType.PARTIAL_DATE),
            Map.entry("VAGUE", DataType.PARTIAL_DATE),
            Map.entry("DM.BIRTH", DataType.DATE),
            Map.entry("V1.VS.SYS", DataType.INTEGER));

    /** SYS 120, DIA 80, TEMP 36.6, SEX F, RACE A and C, START 2024-03-05, VAGUE 2024, birth 1980-03-06; no PULSE, OK, STOP. */
    private static Map<String, TypedValue> values() {
        Map<String, TypedValue> values = new HashMap<>();
        values.put("SYS", new TypedValue(DataType.INTEGER, "120"));
        values.put("DIA", new TypedValue(DataType.INTEGER, "80"));
        values.put("TEMP", new TypedValue(DataType.DECIMAL, "36.6"));
        values.put("SEX", new TypedValue(DataType.CHOICE, "F"));
        values.put("RACE", new TypedValue(DataType.MULTI_CHOICE, "A,C"));
        values.put("START", new TypedValue(DataType.PARTIAL_DATE, "2024-03-05"));
        values.put("VAGUE", new TypedValue(DataType.PARTIAL_DATE, "2024"));
        values.put("DM.BIRTH", new TypedValue(DataType.DATE, "1980-03-06"));
        values.put("today", TypedValue.date(PartialDate.parse("2024-03-06")));
        return values;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "SYS > DIA ; TRUE",
                "DIA > SYS ; FALSE",
                "SYS == 120 ; TRUE",
                "SYS > 119.5 && TEMP < 37 ; TRUE",
                "PULSE > 60 ; UNKNOWN",
                "PULSE > 60 || SYS > DIA ; TRUE",
                "PULSE > 60 && DIA > SYS ; FALSE",
                "PULSE > 60 && SYS > DIA ; UNKNOWN",
                "!(PULSE > 60) ; UNKNOWN",
                "SYS / 0 > 2 ; UNKNOWN",
                "SYS / 0 != 5 ; UNKNOWN",
                "0 / 0 < 2 ; UNKNOWN",
                "100 / (SYS / 0) < 1 ; UNKNOWN",
                "SYS / 0 > 2 || SYS > DIA ; TRUE",
                "SYS / DIA > 1 ; TRUE",
                "SEX == 'F' ; TRUE",
                "SEX in ['M', 'X'] ; FALSE",
                "'A' in RACE ; TRUE",
                "'B' in RACE ; FALSE",
                "OK ; UNKNOWN",
                "before(START, today) ; TRUE",
                "after(START, today) ; FALSE",
                "before(VAGUE, START) ; UNKNOWN",
                "before(STOP, START) ; UNKNOWN",
                "before(date('2023'), START) ; TRUE",
                "sameDay(START, date('2024-03-05')) ; TRUE",
                "daysBetween(START, today) == 1 ; TRUE",
                "daysBetween(VAGUE, today) >= 0 ; UNKNOWN",
                "age(DM.BIRTH, START) == 43 ; TRUE",
                "age(DM.BIRTH, today) >= 44 ; TRUE",
                "V1.VS.SYS > 100 ; UNKNOWN",
                "isMissing(PULSE) ; TRUE",
                "isMissing(SYS) ; FALSE",
                "isMissing(V1.VS.SYS) ; TRUE",
                "isMissing(DM.BIRTH) ; FALSE",
                "isMissing(RACE) || double(size(RACE)) == 2 ; TRUE",
                "count(SYS, DIA, PULSE) == 2 ; TRUE",
                "count(SEX, OK, V1.VS.SYS) == 1 ; TRUE"
            })
    void answersInThreeValues(String text, Truth expected) {
        assertThat(Expression.condition(text, NAMES).test(values())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "SYS - DIA ; 40.0",
                "(SYS + 2 * DIA) / 3 ; 93.33333333333333",
                "sum(SYS, DIA, PULSE) ; 200.0",
                "mean(SYS, DIA, PULSE) ; 100.0",
                "count(PULSE) >= 1 ? 1 : empty ; ",
                "mean(PULSE) ; ",
                "PULSE * 2 ; ",
                "SYS / 0 ; ",
                "SYS / 0 > 2 ? 1 : 2 ; ",
                "0 / 0 ; "
            })
    void computesOrStaysEmpty(String text, BigDecimal expected) {
        Expression derivation = Expression.derivation(text, NAMES, DataType.DECIMAL);
        assertThat(derivation.value(values()).map(TypedValue::number).orElse(null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "SYS > ; 1 ; 6 ; The expression ends too early",
                "(SYS > 1 ; 1 ; 9 ; The expression ends before its “)”",
                "SYS SYS ; 1 ; 5 ; “SYS” does not belong here",
                "SYS > 'x ; 1 ; 7 ; “'x” cannot be read here",
                "SYS > DIAS ; 1 ; 7 ; There is no item or function “DIAS” here",
                "SYS > 'x' ; 1 ; 5 ; does not work on (a number, a text or code)",
                "START < STOP ; 1 ; 7 ; “<” does not work on (a date, a date)",
                "START == STOP ; 1 ; 7 ; Dates are compared by before",
                "SYS ; 1 ; 1 ; gives a number where yes or no is needed",
                "before(date('2024-02-30'), START) ; 1 ; 12 ; There is no day 30 in 2024-02",
                "isMissing(SYS + 1) ; 1 ; 10 ; only an item",
                "count() > 1 ; 1 ; 6 ; needs 1 to 100 items",
                "launch(SYS) ; 1 ; 7 ; There is no item or function “launch” here"
            })
    void saysWhereItIsFaulty(String text, int line, int column, String sentence) {
        ExpressionIsFaulty faulty =
                catchThrowableOfType(ExpressionIsFaulty.class, () -> Expression.condition(text, NAMES));
        assertThat(faulty.places()).isNotEmpty();
        assertThat(faulty.places().get(0).sentence()).containsIgnoringCase(sentence);
        assertThat(faulty.places().get(0).line()).isEqualTo(line);
        assertThat(faulty.places().get(0).column()).isEqualTo(column);
    }

    @Test
    void derivationsDoNotDependOnTheDay() {
        assertThatThrownBy(() -> Expression.derivation("age(DM.BIRTH, today)", NAMES, DataType.DECIMAL))
                .isInstanceOf(ExpressionIsFaulty.class)
                .hasMessageContaining("today");
    }

    @Test
    void knowsTheNamesItAsksFor() {
        Expression expression = Expression.condition("isMissing(PULSE) || age(DM.BIRTH, today) > 17", NAMES);
        assertThat(expression.names()).containsExactlyInAnyOrder("PULSE", "DM.BIRTH", "today");
    }

    @Test
    void refusesExpressionsWithoutEnd() {
        String deep = "(".repeat(500) + "OK" + ")".repeat(500);
        assertThatThrownBy(() -> Expression.condition(deep, NAMES)).isInstanceOf(ExpressionIsFaulty.class);
        assertThatThrownBy(() -> Expression.condition("OK || ".repeat(3000) + "OK", NAMES))
                .isInstanceOf(ExpressionIsFaulty.class);
    }
}
