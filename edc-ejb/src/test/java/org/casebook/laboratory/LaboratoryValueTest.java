package org.casebook.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.casebook.kernel.Invalid;
import org.casebook.laboratory.LaboratoryValue.Finding;
import org.junit.jupiter.api.Test;

/** By which range a value is judged, and what comes of it. */
class LaboratoryValueTest {

    private static final RangeView WOMEN =
            range(1, "CENTRAL", "4.0", "10.0", "F", "18", "65", "years", "2024-01-01", null);
    private static final RangeView MEN =
            range(2, "CENTRAL", "4.5", "11.0", "M", "18", "65", "years", "2024-01-01", null);
    private static final RangeView BABIES =
            range(3, "CENTRAL", "6", "17", null, "0", "12", "months", "2024-01-01", null);
    private static final List<RangeView> ALL = List.of(WOMEN, MEN, BABIES);

    @Test
    void a_value_is_low_normal_or_high_and_both_ends_are_normal() {
        assertThat(flag("3.9")).isEqualTo("LOW");
        assertThat(flag("4")).isEqualTo("NORMAL");
        assertThat(flag("4.0")).isEqualTo("NORMAL");
        assertThat(flag("10.0")).isEqualTo("NORMAL");
        assertThat(flag("10.01")).isEqualTo("HIGH");
    }

    @Test
    void what_it_was_judged_by_is_told_with_its_version() {
        Finding finding = of("12.3", "central", "F", "1980-03-05", "2024-05-02");
        assertThat(finding.range())
                .isEqualTo(
                        "4.0–10.0 10*9/L, Central lab, F, 18–65 years, from 2024-01-01; range 1.1; for 12.3 10*9/L at"
                                + " central, F, 44 years, 2024-05-02");
        assertThat(finding.low()).isEqualByComparingTo("4");
        assertThat(finding.high()).isEqualByComparingTo("10");
    }

    @Test
    void the_upper_age_is_not_included_and_the_lower_one_is() {
        assertThat(of("5", "CENTRAL", "F", "2006-05-02", "2024-05-02").flag())
                .as("18th birthday")
                .isEqualTo("NORMAL");
        assertThat(of("5", "CENTRAL", "F", "2006-05-03", "2024-05-02").flag())
                .as("the day before")
                .isNull();
        assertThat(of("5", "CENTRAL", "F", "1959-05-03", "2024-05-02").flag())
                .as("the last day at 64")
                .isEqualTo("NORMAL");
        assertThat(of("5", "CENTRAL", "F", "1959-05-02", "2024-05-02").flag())
                .as("65th birthday")
                .isNull();
        assertThat(of("5", "CENTRAL", "M", "2023-05-03", "2024-05-02").flag())
                .as("11 months")
                .isEqualTo("LOW");
        assertThat(of("5", "CENTRAL", "M", "2023-05-02", "2024-05-02").flag())
                .as("12 months")
                .isNull();
    }

    @Test
    void a_date_of_birth_in_part_is_enough_where_every_reading_gives_one_range() {
        assertThat(of("5", "CENTRAL", "F", "1980", "2024-05-02").flag()).isEqualTo("NORMAL");
        assertThat(of("5", "CENTRAL", "F", "2006", "2024-05-02").flag())
                .as("17 or 18")
                .isNull();
    }

    @Test
    void what_is_not_known_gives_no_flag() {
        assertThat(of("5", "ELSEWHERE", "F", "1980-03", "2024-05-02").range())
                .startsWith("no range; for 5 10*9/L at ELSEWHERE");
        assertThat(of("5", "CENTRAL", null, "1980-03", "2024-05-02").flag()).isNull();
        assertThat(of("5", "CENTRAL", "F", null, "2024-05-02").flag()).isNull();
        assertThat(of("5", "CENTRAL", "F", "1980", null).flag()).isNull();
        assertThat(of("5", "CENTRAL", "F", "1980", "2024-05").flag())
                .as("a month is no day")
                .isNull();
        assertThat(of("5", "CENTRAL", "F", "1980", "2023-12-31").flag())
                .as("before the range")
                .isNull();
        assertThat(of("5", "CENTRAL", "F", "1980", "2024-05-02T09:30:00+02:00").flag())
                .isEqualTo("NORMAL");
    }

    @Test
    void without_a_laboratory_on_the_form_the_only_one_is_meant() {
        assertThat(of("5", null, "F", "1980", "2024-05-02").flag()).isEqualTo("NORMAL");
        RangeView local = range(4, "LOCAL", "1", "2", "M", null, null, null, "2024-01-01", null);
        Finding unclear = value("5", null, "F", "1980", "2024-05-02").in(List.of(WOMEN, local), same());
        assertThat(unclear.flag()).isNull();
    }

    @Test
    void a_finding_stands_while_all_that_decides_stays() {
        Finding before = of("12.3", "CENTRAL", "F", "1980-03-05", "2024-05-02");
        RangeView changed = range(1, "CENTRAL", "4.0", "13.0", "F", "18", "65", "years", "2024-01-01", null);
        Finding after =
                value("12.3", "CENTRAL", "F", "1980-03-05", "2024-05-02").in(List.of(changed), same());
        assertThat(after.flag()).isEqualTo("NORMAL");
        assertThat(after.stands(before.range()))
                .as("the range alone has changed")
                .isTrue();
        assertThat(of("12.4", "CENTRAL", "F", "1980-03-05", "2024-05-02").stands(before.range()))
                .isFalse();
        assertThat(of("12.3", "CENTRAL", "M", "1980-03-05", "2024-05-02").stands(before.range()))
                .isFalse();
        assertThat(of("12.3", "CENTRAL", "F", "1980-03-05", "2024-05-03").stands(before.range()))
                .isFalse();
        assertThat(Finding.NONE.stands(null)).isTrue();
        assertThat(Finding.NONE.stands(before.range())).isFalse();
    }

    @Test
    void limits_in_another_unit_are_turned_into_the_standard_one() {
        Finding finding = value("5", "CENTRAL", "F", "1980", "2024-05-02")
                .in(List.of(WOMEN), (unit, limit) -> Optional.of(limit.divide(BigDecimal.TEN)));
        assertThat(finding.flag()).isEqualTo("HIGH");
        assertThat(finding.high()).isEqualByComparingTo("1");
        assertThat(value("5", "CENTRAL", "F", "1980", "2024-05-02")
                        .in(List.of(WOMEN), (unit, limit) -> Optional.empty())
                        .range())
                .startsWith("no range in a unit of this item");
    }

    @Test
    void ranges_overlap_where_one_sample_could_be_held_against_both() {
        assertThat(WOMEN.overlaps(MEN)).isFalse();
        assertThat(WOMEN.overlaps(BABIES)).isFalse();
        assertThat(WOMEN.overlaps(range(9, "CENTRAL", "1", "2", null, "64", null, null, "2025-01-01", null)))
                .isTrue();
        assertThat(WOMEN.overlaps(range(9, "CENTRAL", "1", "2", null, "65", null, null, "2025-01-01", null)))
                .isFalse();
        assertThat(WOMEN.overlaps(range(9, "LOCAL", "1", "2", null, null, null, null, "2025-01-01", null)))
                .isFalse();
        assertThat(WOMEN.overlaps(range(9, "CENTRAL", "1", "2", "F", null, null, null, "2023-01-01", "2023-12-31")))
                .isFalse();
        assertThat(WOMEN.overlaps(range(9, "CENTRAL", "1", "2", "f", null, null, null, "2023-01-01", "2024-01-01")))
                .isTrue();
    }

    @Test
    void what_cannot_be_a_range_says_why() {
        assertThatThrownBy(() -> draft(null, null, "2024-01-01", null).read()).hasMessageContaining("low or a high");
        assertThatThrownBy(() -> draft("5", "4", "2024-01-01", null).read()).hasMessageContaining("above");
        assertThatThrownBy(() -> draft("abc", "4", "2024-01-01", null).read()).hasMessageContaining("no number");
        assertThatThrownBy(() -> draft("1", "4", "1.1.2024", null).read()).hasMessageContaining("no date");
        assertThatThrownBy(() -> draft("1", "4", null, null).read()).hasMessageContaining("from which day");
        assertThatThrownBy(() -> draft("1", "4", "2024-02-01", "2024-01-01").read())
                .hasMessageContaining("before it begins");
        assertThatThrownBy(() -> new AgeBand(18, 18, AgeBand.Unit.YEARS)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new AgeBand(0, 2_000_000_000, AgeBand.Unit.YEARS))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void a_file_is_read_row_by_row() {
        RangeFile file =
                RangeFile.read("\uFEFFlaboratory;analyte;unit;low;high;from\r\nCENTRAL;HGB;g/L;120;160;2024-01-01\r\n"
                        + "\r\nLOCAL;WBC;;4,0;;2024-01-01\r\n");
        assertThat(file.rows()).extracting(RangeFile.Row::line).containsExactly(2L, 4L);
        assertThat(file.rows().get(1).draft().read().low()).isEqualByComparingTo("4");
        assertThatThrownBy(() -> RangeFile.read("lab,analyte,from\nx,y,z"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Not known: lab");
        assertThatThrownBy(() -> RangeFile.read("laboratory,analyte,from\n")).hasMessageContaining("no row");
        assertThatThrownBy(() -> RangeFile.read(" ")).hasMessageContaining("empty");
    }

    private static RangeDraft draft(String low, String high, String from, String to) {
        return new RangeDraft("CENTRAL", "WBC", "10*9/L", low, high, null, null, null, null, from, to);
    }

    private static String flag(String number) {
        return of(number, "CENTRAL", "F", "1980-03-05", "2024-05-02").flag();
    }

    private static Finding of(String number, String laboratory, String sex, String birth, String sampled) {
        return value(number, laboratory, sex, birth, sampled).in(ALL, same());
    }

    private static LaboratoryValue value(String number, String laboratory, String sex, String birth, String sampled) {
        return LaboratoryValue.of(new BigDecimal(number), "10*9/L", laboratory, sex, birth, sampled);
    }

    private static java.util.function.BiFunction<String, BigDecimal, Optional<BigDecimal>> same() {
        return (unit, limit) -> Optional.of(limit);
    }

    private static RangeView range(
            long id,
            String laboratory,
            String low,
            String high,
            String sex,
            String ageFrom,
            String ageTo,
            String ageUnit,
            String from,
            String to) {
        RangeDraft.Content content =
                new RangeDraft(laboratory, "WBC", "10*9/L", low, high, sex, ageFrom, ageTo, ageUnit, from, to).read();
        String name = laboratory.equals("CENTRAL") ? "Central lab" : "Local lab";
        return new RangeView(
                id,
                1,
                laboratory,
                name,
                null,
                "WBC",
                content.unit(),
                content.low(),
                content.high(),
                content.sex(),
                content.ages(),
                content.from(),
                content.to());
    }
}
