package org.casebook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTEGER | 120 | 120",
                "INTEGER | ' 120 ' | 120",
                "INTEGER | 120.0 | 120",
                "INTEGER | -3 | -3",
                "INTEGER | +3 | 3",
                "INTEGER | 1e3 | ",
                "INTEGER | 12.5 | ",
                "INTEGER | twelve | ",
                "INTEGER | 1,000 | ",
                "DECIMAL | 36.6 | 36.6",
                "DECIMAL | 36,6 | 36.6",
                "DECIMAL | .5 | 0.5",
                "DECIMAL | \u22120.50 | -0.50",
                "DECIMAL | 1,234 | ",
                "DECIMAL | 12.345.678 | ",
                "DECIMAL | NaN | ",
                "DATE | 2024-03-05 | 2024-03-05",
                "DATE | 05-MAR-2024 | 2024-03-05",
                "DATE | UN-MAR-2024 | ",
                "DATE | 03/04/2024 | ",
                "PARTIAL_DATE | UN-MAR-2024 | 2024-03",
                "TIME | 9:30 | 09:30",
                "TIME | 0930 | 09:30",
                "TIME | 23:59:59 | 23:59:59",
                "TIME | 24:00 | ",
                "DATETIME | 2024-03-05 9:30 | 2024-03-05T09:30",
                "DATETIME | 5.3.2024 09:30 | 2024-03-05T09:30",
                "DATETIME | 2024-03-05 | ",
                "BOOLEAN | Yes | true",
                "BOOLEAN | nein | false",
                "BOOLEAN | maybe | ",
                "TEXT | ' words ' | words"
            })
    void readsOrSaysWhyNot(DataType type, String typed, String canonical) {
        Reading reading = ValueShape.of(type).read(typed);
        assertThat(reading.typed()).isEqualTo(typed);
        assertThat(reading.value() == null ? null : reading.value().text()).isEqualTo(canonical);
        assertThat(reading.isUnderstood()).isEqualTo(canonical != null);
        if (canonical == null) {
            assertThat(reading.problem()).endsWith(".");
        }
    }

    @Test
    void offersBothReadingsOfANumberWithOneComma() {
        assertThat(ValueShape.of(DataType.DECIMAL).read("1,234").problem())
                .contains("1234")
                .contains("1.234");
    }

    @Test
    void nothingTypedIsNoValueAndNoProblem() {
        assertThat(ValueShape.of(DataType.INTEGER).read("  ").isEmpty()).isTrue();
        assertThat(ValueShape.of(DataType.INTEGER).read(null).isEmpty()).isTrue();
    }

    @Test
    void keepsToLengthAndDigits() {
        ValueShape shape = new ValueShape(DataType.DECIMAL, 4, 1, List.of(), null, null);
        assertThat(shape.read("123.4").isUnderstood()).isTrue();
        assertThat(shape.read("123.40").isUnderstood()).isFalse();
        assertThat(shape.read("12.34").problem()).contains("more than 1 digit after");
        assertThat(shape.read("12345").problem()).contains("more than 4 digits");
        assertThat(new ValueShape(DataType.TEXT, 3, null, List.of(), null, null)
                        .read("four")
                        .problem())
                .contains("4 characters");
    }

    @Test
    void choicesAreOfTheList() {
        ValueShape one = ValueShape.choice(DataType.CHOICE, List.of("M", "F"));
        assertThat(one.read("F").value().text()).isEqualTo("F");
        assertThat(one.read("f").problem()).contains("M, F");
        ValueShape many = ValueShape.choice(DataType.MULTI_CHOICE, List.of("A", "B", "C"));
        assertThat(many.read("C, A").value().codes()).containsExactly("A", "C");
        assertThat(many.read("A,D").isUnderstood()).isFalse();
    }

    @Test
    void marksLieOnTheScale() {
        ValueShape vas = new ValueShape(DataType.VAS, null, null, List.of(), BigDecimal.ZERO, new BigDecimal("100"));
        assertThat(vas.read("0").isUnderstood()).isTrue();
        assertThat(vas.read("100").isUnderstood()).isTrue();
        assertThat(vas.read("101").problem()).contains("from 0 to 100");
        assertThat(vas.read("-1").isUnderstood()).isFalse();
    }
}
