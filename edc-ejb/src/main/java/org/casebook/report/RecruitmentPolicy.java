package org.casebook.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebook.definition.StudyDefinition.RecruitmentPlan;

/** Counts recruitment month by month (UTC) beside the plan, which grows evenly from its first to its last month. */
final class RecruitmentPolicy {

    private final List<Instant> screened;
    private final List<Instant> entered;
    private final RecruitmentPlan plan;

    private RecruitmentPolicy(List<Instant> screened, List<Instant> entered, RecruitmentPlan plan) {
        this.screened = screened;
        this.entered = entered;
        this.plan = plan;
    }

    /**
     * @param screened when each was added
     * @param entered when each was randomised or enrolled
     * @param randomizes which of the two
     * @param plan null when the study file names none
     */
    static Recruitment of(
            List<Instant> screened, List<Instant> entered, boolean randomizes, RecruitmentPlan plan, LocalDate today) {
        RecruitmentPolicy policy = new RecruitmentPolicy(screened, entered, plan);
        Integer planned = plan == null ? null : plan.participants();
        List<Recruitment.Month> months = policy.firstMonth()
                .map(first -> policy.months(first, YearMonth.from(today)))
                .orElse(List.of());
        return new Recruitment(planned, randomizes, months);
    }

    private Optional<YearMonth> firstMonth() {
        Stream<YearMonth> began =
                Stream.concat(screened.stream(), entered.stream()).map(RecruitmentPolicy::monthOf);
        Stream<YearMonth> begins = plan == null ? Stream.empty() : Stream.of(plan.first());
        return Stream.concat(began, begins).min(YearMonth::compareTo);
    }

    private YearMonth lastMonth(YearMonth present) {
        return plan != null && plan.last().isAfter(present) ? plan.last() : present;
    }

    private List<Recruitment.Month> months(YearMonth first, YearMonth present) {
        YearMonth last = lastMonth(present);
        List<Recruitment.Month> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            YearMonth end = month;
            months.add(new Recruitment.Month(
                    month, month.isAfter(present), count(screened, end), count(entered, end), plannedBy(end)));
        }
        return months;
    }

    private static int count(List<Instant> times, YearMonth end) {
        return (int) times.stream().filter(time -> !monthOf(time).isAfter(end)).count();
    }

    private Double plannedBy(YearMonth month) {
        if (plan == null) {
            return null;
        }
        double all = plan.first().until(plan.last(), ChronoUnit.MONTHS) + 1;
        double gone = plan.first().until(month, ChronoUnit.MONTHS) + 1;
        return plan.participants() * Math.max(0, Math.min(1, gone / all));
    }

    private static YearMonth monthOf(Instant time) {
        return YearMonth.from(time.atZone(ZoneOffset.UTC));
    }
}
