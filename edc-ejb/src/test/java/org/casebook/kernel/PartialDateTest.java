package org.casebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2024, 2024",
        "2024-03, 2024-03",
        "2024-03-05, 2024-03-05",
        "2024---05, 2024---05",
        "' 2024-03-05 ', 2024-03-05",
        "05-MAR-2024, 2024-03-05",
        "5 mar 2024, 2024-03-05",
        "5. März 2024, 2024-03-05",
        "31-Dez-2023, 2023-12-31",
        "UN-MAR-2024, 2024-03",
        "UNK-Mar-2024, 2024-03",
        "UN-UNK-2024, 2024",
        "05-UNK-2024, 2024---05",
        "Mar 2024, 2024-03",
        "September 2024, 2024-09",
        "UNK-2024, 2024",
        "3/2024, 2024-03",
        "12.2024, 2024-12",
        "5-2024, 2024-05",
        "UN-03-2024, 2024-03",
        "unk/3/2024, 2024-03",
        "5.3.2024, 2024-03-05",
        "2024-3-5, 2024-03-05",
        "2024/3/5, 2024-03-05",
        "25/12/2024, 2024-12-25",
        "12/25/2024, 2024-12-25",
        "03/03/2024, 2024-03-03",
        "29-FEB-2024, 2024-02-29"
    })
    void readsWhatPeopleWrite(String typed, String iso) {
        assertThat(PartialDate.parse(typed)).hasToString(iso);
        assertThat(PartialDate.parse(iso)).isEqualTo(PartialDate.parse(typed));
    }

    @Test
    void refusesADateThatCouldBeTwoAndOffersBoth() {
        assertThatThrownBy(() -> PartialDate.parse("03/04/2024"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("3 April 2024")
                .hasMessageContaining("4 March 2024")
                .hasMessageContaining("2024-04-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "24-03-05",
                "5/3/24",
                "2024-13",
                "29-FEB-2023",
                "31/04/2024",
                "2024-00-10",
                "00-JAN-2024",
                "32-UNK-2024",
                "5-FOO-2024",
                "1066",
                "3024-01-01",
                "UN-UN-UNK",
                "UN-13-2024",
                "2024-03-05T10:00"
            })
    void refusesWhatIsNoDate(String typed) {
        assertThatThrownBy(() -> PartialDate.parse(typed)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-05, 2024-03-06, TRUE",
        "2024-03-05, 2024-03-05, FALSE",
        "2024-03-06, 2024-03-05, FALSE",
        "2024-03, 2024-04, TRUE",
        "2024-03, 2024-03, UNKNOWN",
        "2024-03, 2024-03-01, FALSE",
        "2024-03, 2024-03-02, UNKNOWN",
        "2024-03-30, 2024-03, UNKNOWN",
        "2024-03-31, 2024-03, FALSE",
        "2023, 2024-01-01, TRUE",
        "2024, 2024-12-31, UNKNOWN",
        "2024---05, 2024-12-06, TRUE",
        "2024---05, 2024-12-05, UNKNOWN",
        "2024---31, 2024-01-31, FALSE"
    })
    void comparesByWhatIsCertain(String one, String other, Truth expected) {
        assertThat(PartialDate.parse(one).before(PartialDate.parse(other))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-05, 2024-03-05, TRUE",
        "2024-03-05, 2024-03-06, FALSE",
        "2024-03, 2024-03-06, UNKNOWN",
        "2024-03, 2024-04-06, FALSE",
        "2024, 2024, UNKNOWN",
        "2024---05, 2024-03-06, FALSE",
        "2024---05, 2024-03-05, UNKNOWN"
    })
    void sameDayNeedsBothToBeKnown(String one, String other, Truth expected) {
        assertThat(PartialDate.parse(one).sameDay(PartialDate.parse(other))).isEqualTo(expected);
        assertThat(PartialDate.parse(other).sameDay(PartialDate.parse(one))).isEqualTo(expected);
    }

    /** Holds "before" against every day that the two partial dates could be. */
    @Test
    void beforeAgreesWithEveryPossiblePairOfDays() {
        List<String> dates = List.of("2023", "2024", "2024-02", "2024-03", "2024-02-10", "2024---10", "2023-12-31");
        for (String one : dates) {
            for (String other : dates) {
                assertThat(PartialDate.parse(one).before(PartialDate.parse(other)))
                        .as("%s before %s", one, other)
                        .isEqualTo(byEnumeration(one, other));
            }
        }
    }

    private static Truth byEnumeration(String one, String other) {
        boolean some = false;
        boolean all = true;
        for (LocalDate left : days(one)) {
            for (LocalDate right : days(other)) {
                some |= left.isBefore(right);
                all &= left.isBefore(right);
            }
        }
        return all ? Truth.TRUE : some ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static List<LocalDate> days(String text) {
        PartialDate date = PartialDate.parse(text);
        return date.earliest()
                .datesUntil(date.latest().plusDays(1))
                .filter(day -> date.day() == null || date.day() == day.getDayOfMonth())
                .toList();
    }

    @Test
    void countsDaysOfCompleteDatesOnly() {
        PartialDate day = PartialDate.parse("2024-02-28");
        assertThat(day.daysUntil(PartialDate.parse("2024-03-01"))).hasValue(2);
        assertThat(day.daysUntil(PartialDate.parse("2024-02-01"))).hasValue(-27);
        assertThat(day.daysUntil(PartialDate.parse("2024-03"))).isEmpty();
        assertThat(ChronoUnit.DAYS.between(day.earliest(), day.latest())).isZero();
    }

    @Test
    void countsYearsWhenTheUnknownPartsDoNotMatter() {
        PartialDate visit = PartialDate.parse("2024-06-15");
        assertThat(PartialDate.parse("1980-06-15").yearsUntil(visit)).hasValue(44);
        assertThat(PartialDate.parse("1980-06-16").yearsUntil(visit)).hasValue(43);
        assertThat(PartialDate.parse("1980-05").yearsUntil(visit)).hasValue(44);
        assertThat(PartialDate.parse("1980-06").yearsUntil(visit)).isEmpty();
        assertThat(PartialDate.parse("1980").yearsUntil(visit)).isEmpty();
    }

    @Test
    void onlyCompleteDatesBecomeDays() {
        assertThat(PartialDate.parse("2024-03-05").toLocalDate()).isEqualTo(LocalDate.of(2024, 3, 5));
        assertThatThrownBy(() -> PartialDate.parse("2024-03").toLocalDate()).hasMessageContaining("not complete");
        assertThat(PartialDate.parse("2024---05").isIncomplete()).isTrue();
        assertThat(PartialDate.of(LocalDate.of(2024, 3, 5)).isComplete()).isTrue();
    }
}
