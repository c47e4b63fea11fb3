package org.casebook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueParserTest {

    private static final Supplier<ZoneId> BERLIN = () -> ZoneId.of("Europe/Berlin");

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
                "DATETIME | 5 Mar 2024 | ",
                "DATETIME | 5 Mar 2024 9:30 pm | 2024-03-05T21:30",
                "DATETIME | March 5, 2024, 12:05 am | 2024-03-05T00:05",
                "DATETIME | 2024-03-05T09:30+01:00 | 2024-03-05T09:30+01:00",
                "DATETIME | 2024-03-05T09:30:15Z | 2024-03-05T09:30:15Z",
                "DATETIME | 2024-03-05 0930 UTC | 2024-03-05T09:30Z",
                "DATETIME | 2024-03-05 09:30+25:00 | ",
                "DATETIME | 03/04/2024 09:30 | ",
                "TIME | 9.30 | 09:30",
                "TIME | 9h05 | 09:05",
                "TIME | 930 | 09:30",
                "TIME | 9:30 pm | 21:30",
                "TIME | 12:00 a.m. | 00:00",
                "TIME | 9 am | 09:00",
                "TIME | 13:00 pm | ",
                "TIME | 9:30 Uhr | 09:30",
                "TIME | 9 | ",
                "TIME | 9:60 | ",
                "DATE | 2024/3/5 | 2024-03-05",
                "DATE | 20240305 | 2024-03-05",
                "DATE | March 5, 2024 | 2024-03-05",
                "DATE | 5. März 2024 | 2024-03-05",
                "DATE | 25/12/2024 | 2024-12-25",
                "DATE | 05-03-24 | ",
                "INTEGER | 1.000 | ",
                "DECIMAL | 1.234 | 1.234",
                "DECIMAL | 1e5 | ",
                "DECIMAL | 0x1F | ",
                "DECIMAL | 99999999999999999999999999999999999999999 | ",
                "DECIMAL | 72.50 | 72.50",
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
    void signsThatNobodySeesAreNoAnswer() {
        Reading reading = ValueShape.of(DataType.TEXT).read("\u200B \u2060");
        assertThat(reading.value()).isNull();
        assertThat(reading.typed()).isEmpty();
        assertThat(reading.isUnderstood()).isTrue();
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
        ValueShape whole = new ValueShape(DataType.VAS, null, 0, List.of(), BigDecimal.ZERO, new BigDecimal("100"));
        assertThat(whole.read("50.0").isUnderstood()).isTrue();
        assertThat(whole.read("50.5").problem()).contains("not a whole number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DATE | 03/04/2024 | 2024-04-03,2024-03-04",
                "PARTIAL_DATE | 03/04/2024 | 2024-04-03,2024-03-04",
                "DECIMAL | 1,234 | 1234,1.234",
                "INTEGER | 1,000 | 1000,1",
                "INTEGER | 1,234 | 1234",
                "DATETIME | 03/04/2024 10:00 | 2024-04-03 10:00,2024-03-04 10:00",
                "DATETIME | 2024-10-27 02:30 | 2024-10-27 02:30+02:00,2024-10-27 02:30+01:00",
            })
    void offersEachReadingOfWhatCouldBeTwoThings(DataType type, String typed, String readings) {
        ValueShape shape = ValueShape.of(type);
        Reading reading = shape.read(typed, BERLIN);
        assertThat(reading.isUnderstood()).isFalse();
        assertThat(reading.readings()).containsExactly(readings.split(","));
        assertThat(reading.readings())
                .allSatisfy(one ->
                        assertThat(shape.read(one, BERLIN).isUnderstood()).isTrue());
    }

    @Test
    void aTimeIsOfTheSiteAndAGapOfItsClocksIsTold() {
        ValueShape shape = ValueShape.of(DataType.DATETIME);
        assertThat(shape.read("2024-01-05 9:30", BERLIN).value().text()).isEqualTo("2024-01-05T09:30+01:00");
        assertThat(shape.read("2024-07-05 9:30", BERLIN).value().text()).isEqualTo("2024-07-05T09:30+02:00");
        assertThat(shape.read("2024-07-05 9:30-04:00", BERLIN).value().text()).isEqualTo("2024-07-05T09:30-04:00");
        assertThat(shape.read("2024-03-31 02:30", BERLIN).problem())
                .isEqualTo(
                        "On 31 March 2024 there was no 02:30 at the site: clocks went from 02:00 to 03:00 (Europe/Berlin)."
                                + " Check the time.");
    }
}
