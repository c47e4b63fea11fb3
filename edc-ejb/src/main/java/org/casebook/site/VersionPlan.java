package org.casebook.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which version is in force at a site from which date on. Participants take the version in force on the day they are
 * added and keep it.
 *
 * @param steps by date, none twice
 */
public record VersionPlan(List<Step> steps) {

    /** A site for which nothing was decided yet. */
    public static final VersionPlan NONE = new VersionPlan(List.of());

    public VersionPlan {
        steps = List.copyOf(steps);
    }

    /**
     * @param versionId database id of a released version
     * @param from date in the site's time zone
     */
    public record Step(long versionId, LocalDate from) {}

    /** The plan after a further decision, which replaces what was planned for its date and the dates after it. */
    public VersionPlan then(Step decision) {
        List<Step> next = new ArrayList<>(steps);
        next.removeIf(step -> !step.from().isBefore(decision.from()));
        next.add(decision);
        return new VersionPlan(next);
    }

    /** The step in force on this date. */
    public Optional<Step> on(LocalDate date) {
        return steps.stream().filter(step -> !step.from().isAfter(date)).reduce((earlier, later) -> later);
    }

    /** What is still to come after this date, the next first. */
    public List<Step> after(LocalDate date) {
        return steps.stream().filter(step -> step.from().isAfter(date)).toList();
    }

    /** What has been in force so far, the latest first. */
    public List<Step> until(LocalDate date) {
        List<Step> past = new ArrayList<>(
                steps.stream().filter(step -> !step.from().isAfter(date)).toList());
        Collections.reverse(past);
        return past;
    }
}
