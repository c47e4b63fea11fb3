package org.casebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.casebook.definition.StudyDefinition.RecruitmentPlan;
import org.junit.jupiter.api.Test;

class RecruitmentPolicyTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-04-15");

    @Test
    void counts_cumulate_month_by_month_without_gaps() {
        Recruitment recruitment = RecruitmentPolicy.of(
                times("2026-01-31T23:59:59Z", "2026-01-10T08:00:00Z", "2026-03-01T00:00:00Z"),
                times("2026-02-01T00:00:00Z", "2026-04-02T00:00:00Z"),
                true,
                null,
                TODAY);
        assertThat(recruitment.months())
                .extracting(month -> month.month() + " " + month.screened() + " " + month.entered())
                .containsExactly("2026-01 2 0", "2026-02 2 1", "2026-03 3 1", "2026-04 3 2");
        assertThat(recruitment.planned()).isNull();
        assertThat(recruitment.entered()).isEqualTo(2);
    }

    @Test
    void the_plan_grows_evenly_to_its_last_month_and_stays_there() {
        RecruitmentPlan plan = new RecruitmentPlan(40, YearMonth.of(2026, 1), YearMonth.of(2026, 4));
        Recruitment recruitment =
                RecruitmentPolicy.of(times("2025-12-31T00:00:00Z"), List.of(), true, plan, TODAY.plusMonths(1));
        assertThat(recruitment.months())
                .extracting(Recruitment.Month::planned)
                .containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 40.0);
    }

    @Test
    void without_participants_and_plan_there_is_nothing_to_draw() {
        assertThat(RecruitmentPolicy.of(List.of(), List.of(), false, null, TODAY)
                        .months())
                .isEmpty();
    }

    @Test
    void who_was_randomised_where_nobody_was_screened_begins_the_months_too() {
        Recruitment recruitment = RecruitmentPolicy.of(List.of(), times("2026-03-02T00:00:00Z"), true, null, TODAY);
        assertThat(recruitment.months())
                .extracting(month -> month.month() + " " + month.screened() + " " + month.entered())
                .containsExactly("2026-03 0 1", "2026-04 0 1");
    }

    private static List<Instant> times(String... texts) {
        return Stream.of(texts).map(Instant::parse).toList();
    }
}
