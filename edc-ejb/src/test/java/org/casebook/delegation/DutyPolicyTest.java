package org.casebook.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casebook.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyPolicyTest {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final DelegationView LEAD = line("vega", Set.of(Duty.LEAD), "2026-01-01", null, "2026-01-01", true);

    @Test
    void a_site_without_a_principal_investigator_is_guarded_by_grants_alone() {
        assertThat(policy("2026-03-01").against("anybody", Duty.SIGN)).isEmpty();
        assertThat(new DutyPolicy(List.of(LEAD), day("2025-12-31")).against("anybody", Duty.SIGN))
                .isEmpty();
    }

    @Test
    void the_principal_investigator_may_do_all_that_can_be_delegated() {
        assertThat(new DutyPolicy(List.of(LEAD), day("2026-03-01")).against("vega", Duty.RANDOMIZE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, from 2026-03-01",
        "2026-03-01, ",
        "2026-03-31, ",
        "2026-04-01, until 2026-03-31",
    })
    void a_duty_holds_from_its_first_day_to_its_last(String today, String against) {
        assertSaid(today, line("subi", Set.of(Duty.SIGN), "2026-03-01", "2026-03-31", "2026-02-01", true), against);
    }

    @Test
    void a_duty_needs_delegation_approval_and_training() {
        assertSaid(
                "2026-03-02", line("else", Set.of(Duty.SIGN), "2026-03-01", null, "2026-02-01", true), "not to sign");
        assertSaid(
                "2026-03-02", line("subi", Set.of(Duty.RANDOMIZE), "2026-03-01", null, "2026-02-01", true), "not to");
        assertSaid(
                "2026-03-02", line("subi", Set.of(Duty.SIGN), "2026-03-01", null, "2026-02-01", false), "not approved");
        assertSaid("2026-03-02", line("subi", Set.of(Duty.SIGN), "2026-03-01", null, null, true), "no training");
        assertSaid(
                "2026-03-02", line("subi", Set.of(Duty.SIGN), "2026-03-01", null, "2026-03-03", true), "no training");
    }

    @Test
    void where_nobody_leads_the_site_any_more_an_administrator_comes_first() {
        DelegationView left = line("vega", Set.of(Duty.LEAD), "2026-01-01", "2026-02-28", "2026-01-01", true);
        for (String person : List.of("vega", "subi")) {
            assertThat(policy("2026-03-01", left)
                            .against(person, Duty.SIGN)
                            .orElseThrow()
                            .in(Language.ENGLISH))
                    .endsWith("an administrator appoints a principal investigator, who can delegate it"
                            + (person.equals("vega") ? " again." : " to you."));
        }
    }

    private static void assertSaid(String today, DelegationView line, String against) {
        assertThat(policy(today, LEAD, line).against("subi", Duty.SIGN).map(said -> said.in(Language.ENGLISH)))
                .satisfies(said -> {
                    if (against == null) {
                        assertThat(said).isEmpty();
                    } else {
                        assertThat(said.orElse("")).contains(against);
                    }
                });
    }

    private static DutyPolicy policy(String today, DelegationView... lines) {
        return new DutyPolicy(Stream.of(lines).toList(), day(today));
    }

    private static DelegationView line(
            String username, Set<Duty> duties, String from, String until, String trained, boolean approved) {
        return new DelegationView(
                1,
                "101",
                username,
                username,
                duties,
                day(from),
                until == null ? null : day(until),
                trained == null ? null : day(trained),
                approved ? "Ines Vega" : null,
                approved ? THEN : null);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
