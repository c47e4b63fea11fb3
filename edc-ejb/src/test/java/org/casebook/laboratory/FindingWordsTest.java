package org.casebook.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.casebook.kernel.Language;
import org.junit.jupiter.api.Test;

/** Findings are stored in one language and read in each. */
class FindingWordsTest {

    private static final AgeBand ADULTS = new AgeBand(18, 65, AgeBand.Unit.YEARS);

    @Test
    void a_range_is_told_in_the_readers_language_without_its_number() {
        String stored = judged("F", ADULTS, LocalDate.parse("2025-12-31"));
        assertThat(stored).contains("range 7.2", "for 12.3 g/dL at Central, North");
        assertThat(FindingWords.shown(stored))
                .isEqualTo("4–10 g/dL, Central, North, F, 18–65 years, from 2024-01-01 to 2025-12-31");
        assertThat(german(stored)).isEqualTo("4–10 g/dL, Central, North, F, 18–65 Jahre, 2024-01-01 bis 2025-12-31");
    }

    @Test
    void every_band_of_ages_has_its_german() {
        assertThat(german(judged(null, AgeBand.ANY, null)))
                .isEqualTo("4–10 g/dL, Central, North, jedes Alter, ab 2024-01-01");
        assertThat(german(judged(null, new AgeBand(18, null, AgeBand.Unit.YEARS), null)))
                .contains(", ≥18 Jahre, ");
        assertThat(german(judged(null, new AgeBand(null, 600, AgeBand.Unit.MONTHS), null)))
                .contains(", <600 Monate, ");
    }

    @Test
    void that_there_is_no_range_is_told_with_what_it_was_looked_up_for() {
        String stored =
                value("M").in(List.of(), (unit, limit) -> Optional.of(limit)).range();
        assertThat(FindingWords.shown(stored))
                .isEqualTo("No range for 12.3 g/dL at Central, North, M, 44 years, 2024-05-02");
        assertThat(german(stored)).isEqualTo("Kein Bereich für 12.3 g/dL bei Central, North, M, 44 Jahre, 2024-05-02");
        String unknown = LaboratoryValue.of(BigDecimal.ONE, null, null, null, null, null)
                .in(List.of(), (unit, limit) -> Optional.of(limit))
                .range();
        assertThat(german(unknown))
                .isEqualTo(
                        "Kein Bereich für 1, Geschlecht nicht bekannt, Alter nicht bekannt, Datum der Probe nicht bekannt");
        String other = value("F")
                .in(List.of(range("F", ADULTS, null)), (unit, limit) -> Optional.empty())
                .range();
        assertThat(german(other)).startsWith("Kein Bereich in einer Einheit dieser Angabe für 12.3");
    }

    @Test
    void what_is_told_otherwise_is_left_alone() {
        assertThat(german("as the laboratory said")).isEqualTo("as the laboratory said");
    }

    @Test
    void a_file_of_ranges_is_read_back_as_written() {
        List<RangeView> ranges = List.of(
                range("F", ADULTS, null),
                range(null, AgeBand.ANY, LocalDate.parse("2025-12-31")),
                range("M", new AgeBand(null, 6, AgeBand.Unit.MONTHS), null));
        RangeFile again = RangeFile.read(RangeFile.write(ranges));
        assertThat(again.rows()).hasSize(3);
        for (int i = 0; i < ranges.size(); i++) {
            RangeDraft.Content content = again.rows().get(i).draft().read();
            RangeView range = ranges.get(i);
            assertThat(content.low()).isEqualTo(range.low());
            assertThat(content.ages()).isEqualTo(range.ages());
            assertThat(content.sex()).isEqualTo(range.sex());
            assertThat(content.from()).isEqualTo(range.from());
            assertThat(content.to()).isEqualTo(range.to());
            assertThat(again.rows().get(i).draft().laboratory()).isEqualTo("CENTRAL");
        }
    }

    private static String german(String stored) {
        return Language.GERMAN.saying(() -> FindingWords.shown(stored));
    }

    private static String judged(String sex, AgeBand ages, LocalDate to) {
        return value(sex == null ? "F" : sex)
                .in(List.of(range(sex, ages, to)), (unit, limit) -> Optional.of(limit))
                .range();
    }

    private static LaboratoryValue value(String sex) {
        return LaboratoryValue.of(new BigDecimal("12.3"), "g/dL", "Central, North", sex, "1980-03-05", "2024-05-02");
    }

    private static RangeView range(String sex, AgeBand ages, LocalDate to) {
        return new RangeView(
                7,
                2,
                "CENTRAL",
                "Central, North",
                null,
                "HGB",
                "g/dL",
                new BigDecimal("4"),
                new BigDecimal("10"),
                sex,
                ages,
                LocalDate.parse("2024-01-01"),
                to);
    }
}
