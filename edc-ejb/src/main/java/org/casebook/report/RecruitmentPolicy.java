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
import org.casebook.subject.Participant;

/** Counts recruitment month by month (UTC) beside the plan, which grows evenly from its first to its last month. */
final class RecruitmentPolicy {

    private final List<Participant> participants;
    private final RecruitmentPlan plan;

    private RecruitmentPolicy(List<Participant> participants, RecruitmentPlan plan) {
        this.participants = participants;
        this.plan = plan;
    }

    /**
     * @param plan null when the study file names none
     */
    static Recruitment of(List<Participant> participants, RecruitmentPlan plan, LocalDate today) {
        RecruitmentPolicy policy = new RecruitmentPolicy(participants, plan);
        Integer planned = plan == null ? null : plan.participants();
        List<Recruitment.Month> months = policy.firstMonth()
                .map(first -> policy.months(first, YearMonth.from(today)))
                .orElse(List.of());
        return new Recruitment(planned, months);
    }

    private Optional<YearMonth> firstMonth() {
        Stream<YearMonth> screened = participants.stream().map(participant -> monthOf(participant.addedAt()));
        Stream<YearMonth> begins = plan == null ? Stream.empty() : Stream.of(plan.first());
        return Stream.concat(screened, begins).min(YearMonth::compareTo);
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
                    month,
                    month.isAfter(present),
                    count(participants.stream().map(Participant::addedAt), end),
                    count(
                            participants.stream()
                                    .filter(Participant::randomized)
                                    .map(participant ->
                                            participant.randomization().at()),
                            end),
                    plannedBy(end)));
        }
        return months;
    }

    private static int count(Stream<Instant> times, YearMonth end) {
        return (int) times.filter(time -> !monthOf(time).isAfter(end)).count();
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
