package org.casebook.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconsentPolicyTest {
    private static final TextInForce FIRST = text("1.0", "2026-01-01", false);
    private static final TextInForce SLIGHT = text("1.1", "2026-02-01", false);
    private static final TextInForce SECOND = text("2.0", "2026-03-01", true);
    private static final TextInForce THIRD = text("3.0", "2026-04-01", false);

    @Test
    void nothing_is_due_before_the_first_consent_nor_without_a_text_that_asks_again() {
        assertThat(on("2026-03-15").due(null, List.of())).isEmpty();
        assertThat(on("2026-02-15").due(day("2026-01-10"), List.of())).isEmpty();
    }

    @Test
    void it_is_due_from_the_first_day_of_a_text_that_asks_again_until_it_is_given() {
        assertThat(on("2026-02-28").due(day("2026-01-10"), List.of())).isEmpty();
        assertThat(on("2026-03-01").due(day("2026-01-10"), List.of())).contains(SECOND);
        assertThat(on("2026-03-15").due(day("2026-01-10"), List.of("1.1"))).contains(SECOND);
        assertThat(on("2026-03-15").due(day("2026-01-10"), List.of("2.0"))).isEmpty();
    }

    @Test
    void whoever_consented_since_owes_nothing_and_the_latest_text_is_asked_for() {
        assertThat(on("2026-03-15").due(day("2026-03-01"), List.of())).isEmpty();
        assertThat(on("2026-04-15").due(day("2026-01-10"), List.of())).contains(THIRD);
        assertThat(on("2026-04-15").due(day("2026-01-10"), List.of("3.0"))).isEmpty();
        assertThat(on("2026-04-15").due(day("2026-01-10"), List.of("2.0"))).isEmpty();
    }

    @Test
    void the_first_consent_counts_for_the_text_of_its_day() {
        assertThat(on("2026-04-15").on(day("2025-12-31"))).isEmpty();
        assertThat(on("2026-04-15").on(day("2026-02-01"))).contains(SLIGHT);
        assertThat(on("2026-02-15").begun()).containsExactly(SLIGHT, FIRST);
    }

    @Test
    void who_comes_from_another_site_consents_to_the_text_here_once() {
        assertThat(on("2026-02-15").dueAfterArrival(List.of())).contains(SLIGHT);
        assertThat(on("2026-02-15").dueAfterArrival(List.of("1.1"))).isEmpty();
        assertThat(on("2026-03-15").dueAfterArrival(List.of("1.1"))).contains(SECOND);
        assertThat(on("2025-12-31").dueAfterArrival(List.of())).isEmpty();
    }

    private static ReconsentPolicy on(String today) {
        return new ReconsentPolicy(List.of(SECOND, FIRST, THIRD, SLIGHT), day(today));
    }

    private static TextInForce text(String label, String from, boolean again) {
        return new TextInForce("101", label, day(from), again);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
