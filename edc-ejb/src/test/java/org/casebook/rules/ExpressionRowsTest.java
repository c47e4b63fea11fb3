package org.casebook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebook.kernel.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of a log, what is counted and summed over rows and over several items, and parts of dates. */
class ExpressionRowsTest {

    private static final Map<String, DataType> ROW = Map.of(
            "TERM", DataType.TEXT,
            "SERIOUS", DataType.CHOICE,
            "DAYS", DataType.INTEGER,
            "START", DataType.PARTIAL_DATE,
            "KINDS", DataType.MULTI_CHOICE);
    private static final Map<String, DataType> SINGLE = Map.of(
            "A", DataType.DECIMAL,
            "B", DataType.DECIMAL,
            "C", DataType.DECIMAL,
            "DAY", DataType.PARTIAL_DATE,
            "MONTH", DataType.PARTIAL_DATE,
            "YEAR", DataType.PARTIAL_DATE,
            "ODD", DataType.PARTIAL_DATE,
            "NEVER", DataType.PARTIAL_DATE);

    private static final Names NAMES = new Names() {
        @Override
        public Optional<DataType> type(String name) {
            return Optional.ofNullable(SINGLE.get(name));
        }

        @Override
        public Map<String, DataType> row(String list) {
            return List.of("rows.AE", "rows.EMPTY", "rows.V1.LAB").contains(list) ? ROW : Map.of();
        }

        @Override
        public Optional<String> hint(String name) {
            return name.equals("VAS.PAIN") ? Optional.of("Say at which visit.") : Optional.empty();
        }
    };

    private static Values values() {
        Map<String, TypedValue> single = new HashMap<>();
        single.put("A", TypedValue.number(new BigDecimal("1.5")));
        single.put("B", TypedValue.number(new BigDecimal("4")));
        single.put("DAY", new TypedValue(DataType.DATE, "2024-03-05"));
        single.put("MONTH", new TypedValue(DataType.PARTIAL_DATE, "2024-03"));
        single.put("YEAR", new TypedValue(DataType.PARTIAL_DATE, "2024"));
        single.put("ODD", new TypedValue(DataType.PARTIAL_DATE, "2024---05"));
        return new Values(
                single,
                Map.of("rows.AE", List.of(row("headache", "Y", 3), row("rash", "N", null), row("fall", null, 4))));
    }

    private static Map<String, TypedValue> row(String term, String serious, Integer days) {
        Map<String, TypedValue> row = new HashMap<>();
        row.put("TERM", new TypedValue(DataType.TEXT, term));
        if (serious != null) {
            row.put("SERIOUS", new TypedValue(DataType.CHOICE, serious));
        }
        if (days != null) {
            row.put("DAYS", new TypedValue(DataType.INTEGER, days.toString()));
        }
        row.put("KINDS", new TypedValue(DataType.MULTI_CHOICE, "X,Y"));
        row.put("START", new TypedValue(DataType.PARTIAL_DATE, "2024-0" + term.length() % 9));
        return row;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "rows.AE.exists(r, r.SERIOUS == 'Y') ; TRUE",
                "rows.AE.exists(r, r.SERIOUS == 'X') ; UNKNOWN",
                "rows.AE.exists(r, r.TERM == 'X') ; FALSE",
                "rows.AE.all(r, r.SERIOUS == 'Y') ; FALSE",
                "rows.AE.all(r, r.SERIOUS in ['Y', 'N']) ; UNKNOWN",
                "rows.AE.all(r, isMissing(r.SERIOUS) || r.SERIOUS in ['Y', 'N']) ; TRUE",
                "rows.AE.exists(r, isMissing(r.SERIOUS)) ; TRUE",
                "rows.AE.exists(r, isMissing(r.TERM)) ; FALSE",
                "rows.AE.exists(r, before(r.START, DAY)) ; FALSE",
                "rows.AE.exists(r, before(r.START, date('2024-04-10'))) ; UNKNOWN",
                "rows.AE.exists(r, 'X' in r.KINDS) ; TRUE",
                "rows.AE.exists_one(r, r.TERM == 'rash') ; TRUE",
                "rows.EMPTY.exists(r, r.SERIOUS == 'Y') ; FALSE",
                "rows.V1.LAB.all(r, r.DAYS > 3) ; TRUE",
                "count(rows.AE) == 3 ; TRUE",
                "count(rows.EMPTY) == 0 ; TRUE",
                "size(rows.AE) == 3 ; TRUE",
                "rows.AE.size() == 3 ; TRUE",
                "count(rows.AE.SERIOUS) == 2 ; TRUE",
                "count(rows.AE.KINDS) == 3 ; TRUE",
                "count(rows.AE.filter(r, r.TERM != 'rash')) == 2 ; TRUE",
                "count(rows.AE.filter(r, r.SERIOUS == 'Y')) == 1 ; UNKNOWN",
                "'Y' in rows.AE.SERIOUS ; TRUE",
                "'X' in rows.AE.SERIOUS ; FALSE",
                "isMissing(rows.AE) ; FALSE",
                "rows.AE.exists(r, rows.AE.exists(s, s.TERM == 'fall' && r.DAYS < s.DAYS)) ; TRUE"
            })
    void looksAtRowsInThreeValues(String text, Truth expected) {
        assertThat(Expression.condition(text, NAMES).test(values())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "sum(rows.AE.DAYS) ; 7.0",
                "mean(rows.AE.DAYS) ; 3.5",
                "min(rows.AE.DAYS) ; 3.0",
                "max(rows.AE.DAYS) ; 4.0",
                "max(rows.EMPTY.DAYS) ; ",
                "sum(rows.EMPTY.DAYS) ; 0.0",
                "sum(rows.AE.map(r, r.DAYS)) ; ",
                "sum(rows.AE.filter(r, !isMissing(r.DAYS)).map(r, r.DAYS * 2)) ; 14.0",
                "sum(rows.AE.DAYS, A, C) ; 8.5",
                "min(A, B, C) ; 1.5",
                "max(A, B, C) ; 4.0",
                "max(C) ; ",
                "sum(A * 2, B) ; 7.0",
                "sum(C * 2, B) ; ",
                "sum(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1) ; 1.0",
                "mean(0.1, 0.2) ; 0.15",
                "year(MONTH) ; 2024.0",
                "month(MONTH) ; 3.0",
                "day(DAY) ; 5.0",
                "day(ODD) ; 5.0",
                "month(ODD) ; ",
                "day(MONTH) ; ",
                "year(NEVER) ; "
            })
    void computesOverRowsAndItems(String text, BigDecimal expected) {
        Expression derivation = Expression.derivation(text, NAMES, DataType.DECIMAL);
        assertThat(derivation.value(values()).map(TypedValue::number).orElse(null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "isComplete(DAY) ; TRUE",
                "isComplete(MONTH) ; FALSE",
                "isComplete(NEVER) ; UNKNOWN",
                "hasMonth(MONTH) ; TRUE",
                "hasMonth(YEAR) ; FALSE",
                "hasMonth(ODD) ; FALSE",
                "hasDay(ODD) ; TRUE",
                "hasDay(MONTH) ; FALSE",
                "sameDay(MONTH, DAY) ; UNKNOWN",
                "sameDay(ODD, DAY) ; UNKNOWN",
                "before(YEAR, date('2025-01-01')) ; TRUE",
                "after(MONTH, date('2024-02-29')) ; TRUE",
                "month(MONTH) == 3 && year(MONTH) == 2024 ; TRUE"
            })
    void knowsThePartsOfDates(String text, Truth expected) {
        assertThat(Expression.condition(text, NAMES).test(values())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "rows.AE.exists(r, r.SERIOS == 'Y') ; 1 ; 20 ; SERIOS",
                "rows.AE.exists(r, r.DAYS == 'Y') ; 1 ; 26 ; does not work on (a number, a text or code)",
                "rows.CM.exists(r, r.DAYS == 1) ; 1 ; 1 ; rows",
                "sum(rows.AE.TERM) > 1 ; 1 ; 4 ; “sum, mean, min or max” does not work on",
                "sum(rows.AE) > 1 ; 1 ; 4 ; does not work on (rows)",
                "VAS.PAIN > 1 ; 1 ; 1 ; Say at which visit.",
                "A > 1 && isMissing(VAS.PAIN) ; 1 ; 19 ; Say at which visit."
            })
    void saysWhereItIsFaulty(String text, int line, int column, String sentence) {
        ExpressionIsFaulty faulty =
                catchThrowableOfType(ExpressionIsFaulty.class, () -> Expression.condition(text, NAMES));
        assertThat(faulty).as("%s", text).isNotNull();
        assertThat(faulty.places().get(0).sentence()).containsIgnoringCase(sentence);
        assertThat(faulty.places().get(0).line()).isEqualTo(line);
        assertThat(faulty.places().get(0).column()).isEqualTo(column);
    }

    @Test
    void knowsWhichItemsOfRowsItAsksFor() {
        assertThat(Expression.condition(
                                "rows.AE.exists(r, r.SERIOUS == 'Y' && isMissing(r.DAYS)) || count(rows.EMPTY.TERM) > A",
                                NAMES)
                        .names())
                .containsExactlyInAnyOrder("rows.AE", "rows.AE.SERIOUS", "rows.AE.DAYS", "rows.EMPTY.TERM", "A");
    }
}
