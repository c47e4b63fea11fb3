package org.casebook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The parts of an expression and what each comes to. */
class StepTest {

    private static final Names NAMES = new Names() {
        @Override
        public Optional<DataType> type(String name) {
            return switch (name) {
                case "A", "B", "previous.VAS.PAIN" -> Optional.of(DataType.DECIMAL);
                case "SEX" -> Optional.of(DataType.CHOICE);
                case "BIRTH" -> Optional.of(DataType.PARTIAL_DATE);
                default -> Optional.empty();
            };
        }

        @Override
        public Map<String, DataType> row(String list) {
            return list.equals("rows.AE") ? Map.of("SER", DataType.CHOICE, "DAYS", DataType.INTEGER) : Map.of();
        }
    };

    private static Step trace(String text) {
        Map<String, TypedValue> single = new HashMap<>();
        single.put("A", new TypedValue(DataType.DECIMAL, "8.0"));
        single.put("previous.VAS.PAIN", new TypedValue(DataType.DECIMAL, "6.5"));
        single.put("SEX", new TypedValue(DataType.CHOICE, "F"));
        single.put("BIRTH", new TypedValue(DataType.PARTIAL_DATE, "1980-03"));
        return Step.trace(
                text,
                NAMES,
                new Values(
                        single,
                        Map.of(
                                "rows.AE",
                                List.of(
                                        Map.of("SER", new TypedValue(DataType.CHOICE, "Y")),
                                        Map.of("DAYS", new TypedValue(DataType.INTEGER, "3"))))));
    }

    private static String written(Step step) {
        String parts =
                String.join("; ", step.parts().stream().map(StepTest::written).toList());
        return step.text() + " = " + (step.isKnown() ? step.value() : "?")
                + (parts.isEmpty() ? "" : " [" + parts + "]");
    }

    @Test
    void showsOperandsAndIntermediateResultsInReadingOrder() {
        assertThat(written(trace("A - previous.VAS.PAIN > 1 && SEX == 'F'")))
                .isEqualTo("A - previous.VAS.PAIN > 1 && SEX == 'F' = true ["
                        + "A - previous.VAS.PAIN > 1 = true [A - previous.VAS.PAIN = 1.5 [A = 8; previous.VAS.PAIN = 6.5]]; "
                        + "SEX == 'F' = true [SEX = F]]");
    }

    @Test
    void saysWhatIsNotKnown() {
        assertThat(written(trace("(A + B) * 2 > 1 || SEX == 'F'")))
                .isEqualTo(
                        "(A + B) * 2 > 1 || SEX == 'F' = true ["
                                + "(A + B) * 2 > 1 = ? [(A + B) * 2 = ? [A + B = ? [A = 8; B = ?]]]; SEX == 'F' = true [SEX = F]]");
        assertThat(written(trace("isMissing(B) ? empty : A / 0")))
                .isEqualTo(
                        "isMissing(B) ? empty : A / 0 = ? [isMissing(B) = true [B = ?]; empty = ?; A / 0 = ? [A = 8]]");
    }

    @Test
    void goesThroughFunctionsAndDates() {
        assertThat(written(trace("age(BIRTH, date('2024-05-01')) >= 18")))
                .isEqualTo("age(BIRTH, date('2024-05-01')) >= 18 = true [age(BIRTH, date('2024-05-01')) = 44 "
                        + "[BIRTH = 1980-03; date('2024-05-01') = 2024-05-01]]");
    }

    @Test
    void goesThroughRows() {
        assertThat(written(trace("rows.AE.exists(r, r.SER == 'Y')")))
                .isEqualTo("rows.AE.exists(r, r.SER == 'Y') = true [rows.AE = 2; "
                        + "row 1: r.SER == 'Y' = true [r.SER = Y]; row 2: r.SER == 'Y' = ? [r.SER = ?]]");
        assertThat(written(trace("sum(rows.AE.DAYS, A)")))
                .isEqualTo("sum(rows.AE.DAYS, A) = 11 [rows.AE.DAYS = 3; A = 8]");
        assertThat(written(trace("count(rows.AE.filter(r, isMissing(r.SER)))")))
                .isEqualTo(
                        "count(rows.AE.filter(r, isMissing(r.SER))) = 1 [rows.AE.filter(r, isMissing(r.SER)) = 1 "
                                + "[rows.AE = 2; row 1: isMissing(r.SER) = false [r.SER = Y]; row 2: isMissing(r.SER) = true [r.SER = ?]]]");
    }

    @Test
    void knowsWhereEachPartStands() {
        Step sum = trace("  A +\n previous.VAS.PAIN");
        assertThat(sum.from()).isEqualTo(2);
        assertThat(sum.parts()).extracting(Step::from).containsExactly(2, 7);
        assertThat(sum.parts()).extracting(Step::to).containsExactly(3, 24);
        assertThat(sum.value()).isEqualTo("14.5");
    }

    @Test
    void refusesWhatIsFaulty() {
        assertThatThrownBy(() -> trace("A +")).isInstanceOf(ExpressionIsFaulty.class);
        assertThatThrownBy(() -> trace("NOPE > 1")).isInstanceOf(ExpressionIsFaulty.class);
    }
}
