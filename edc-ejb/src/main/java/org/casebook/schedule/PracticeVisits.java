package org.casebook.schedule;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;

/**
 * The visits of one participant in memory, by the same windows and rules as in production; for test participants. Nothing is
 * stored.
 */
public final class PracticeVisits {

    private final StudyDefinition study;
    private final LocalDate randomizedOn;
    private final Map<String, RecordedVisit> visits = new HashMap<>();
    private final Map<Anchor, Captured> anchors = new HashMap<>();

    /**
     * @param randomizedOn the day that windows from randomisation count from, known from that day on; null: none
     */
    public PracticeVisits(StudyDefinition study, LocalDate randomizedOn) {
        this.study = study;
        this.randomizedOn = randomizedOn;
    }

    /**
     * Records when a visit took place; refuses what {@link VisitPlan#date} refuses.
     *
     * @param reason null when none was given
     * @param today the date at the site
     */
    public void date(String event, LocalDate date, String reason, LocalDate today) {
        String why = VisitDatePolicy.strip(reason);
        new VisitDatePolicy(study, today).require(get(event, today), date, why);
        visits.put(event, new RecordedVisit(event, VisitStatus.DONE, date, why));
    }

    /** Records that a visit did not take place; a reason is needed. */
    public void notDone(String event, String reason, LocalDate today) {
        String name = get(event, today).name();
        String why = VisitDatePolicy.needed(reason, "whyNotDone", name);
        visits.put(event, new RecordedVisit(event, VisitStatus.NOT_DONE, null, why));
    }

    /**
     * Keeps a date that windows count from, or a time by which they are judged.
     *
     * @param told nothing while there is none
     */
    public void anchor(Anchor anchor, Captured told) {
        anchors.put(anchor, told);
    }

    /** The date of a visit; empty when none is recorded. */
    public Optional<LocalDate> dateOf(String event) {
        return Optional.ofNullable(visits.get(event)).map(RecordedVisit::date);
    }

    /**
     * Refuses when the visit is recorded as not done.
     *
     * @param subject named in the refusal
     */
    public void requireTakingPlace(String subject, String event) {
        RecordedVisit visit = visits.get(event);
        if (visit != null && visit.status() == VisitStatus.NOT_DONE) {
            throw new VisitWasNotDone(subject, study.event(event).name().text());
        }
    }

    /** The schedule as of a day, in the study's order. */
    public List<PlannedVisit> plan(LocalDate today) {
        return at(today).list();
    }

    /**
     * One visit as of a day.
     *
     * @throws NotFound when the study plans no such visit
     */
    public PlannedVisit get(String event, LocalDate today) {
        return at(today).find(event).orElseThrow(() -> new NotFound("visit", event, Scope.of(study.oid())));
    }

    private Plan at(LocalDate today) {
        Map<Anchor, Captured> known = new HashMap<>(anchors);
        if (randomizedOn != null && !randomizedOn.isAfter(today)) {
            known.put(Anchor.RANDOMIZATION, Captured.on(randomizedOn));
        }
        return new Plan(study.eventsWith(visits.keySet()), visits, known, ZoneOffset.UTC, today, Over.NOTHING);
    }
}
