package org.casebook.deviation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebook.deviation.DeviationTurned.Act;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.schedule.DayZeroMoved;
import org.casebook.schedule.VisitDated;
import org.casebook.schedule.VisitNotDone;
import org.casebook.schedule.VisitPlannedAgain;
import org.casebook.schedule.Visits;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteZoneCorrected;
import org.casebook.site.VersionPutInForce;
import org.casebook.standing.StandingChanged;
import org.casebook.standing.StandingHistory;
import org.casebook.standing.StandingTakenBack;
import org.casebook.study.Definitions;
import org.casebook.subject.ConsentRecorded;
import org.casebook.subject.EligibilityJudged;
import org.casebook.subject.EligibilitySigned;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.subject.SubjectRandomized;
import org.casebook.subject.SubjectStatus;

/**
 * Looks at a participation whenever something changes that deviations show in, and keeps the list as it is found: what is new is
 * noticed, what is so no more is taken back, in the transaction of the change.
 */
@Dependent
public class DeviationKeeper {

    @Inject
    private Deviations deviations;

    @Inject
    private Participants participants;

    @Inject
    private Definitions definitions;

    @Inject
    private Visits visits;

    @Inject
    private StandingHistory history;

    @Inject
    private SiteRegister sites;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    void hear(@Observes VisitDated fact) {
        look(fact.scope(), fact.subject(), false);
    }

    void hear(@Observes VisitNotDone fact) {
        look(fact.scope(), fact.subject(), false);
    }

    void hear(@Observes VisitPlannedAgain fact) {
        look(fact.scope(), fact.subject(), false);
    }

    void hear(@Observes DayZeroMoved moved) {
        look(moved.scope(), moved.subject(), false);
    }

    void hear(@Observes ConsentRecorded fact) {
        look(fact.scope(), fact.subject(), false);
    }

    void hear(@Observes EligibilityJudged fact) {
        look(fact.scope(), fact.subject(), false);
    }

    void hear(@Observes EligibilitySigned fact) {
        look(fact.scope(), fact.subject(), false);
    }

    void hear(@Observes SubjectRandomized fact) {
        look(fact.scope(), fact.subject(), false);
    }

    void hear(@Observes StandingChanged fact) {
        look(fact.scope(), fact.subject(), fact.step().status() == SubjectStatus.ENROLLED);
    }

    void hear(@Observes StandingTakenBack fact) {
        look(fact.scope(), fact.subject(), false);
    }

    /**
     * A version takes force at a site: everybody there is looked at, those too who were there before deviations were kept. What is
     * known already is not noticed twice.
     */
    void hear(@Observes VersionPutInForce fact) {
        lookAtAll(fact.place());
    }

    /** Another zone moves the hours of windows across a clock change. */
    void hear(@Observes SiteZoneCorrected fact) {
        lookAtAll(fact.place());
    }

    private void lookAtAll(Scope place) {
        participants.list(place).stream()
                .filter(person -> !person.locked())
                .forEach(person -> look(place, person.key(), false));
    }

    private void look(Scope scope, String subject, boolean enrolled) {
        Participant participant = participants.get(scope, subject);
        Map<Finding.Key, Deviation> known = new HashMap<>();
        deviations.noticed(participant).forEach(one -> one.key().ifPresent(key -> known.put(key, one)));
        boolean late = enrolled
                || known.values().stream()
                        .anyMatch(one -> one.finding().kind() == Kind.ELIGIBILITY_LATE
                                && one.state() != DeviationState.TAKEN_BACK);
        Conduct conduct = conduct(participant, late);
        List<Finding> found = EntryFindings.all(conduct);
        Instant now = clock.instant();
        found.forEach(finding -> stand(participant, finding, known.remove(finding.key()), now));
        known.values().stream()
                .filter(one -> one.state() != DeviationState.TAKEN_BACK && looksAt(conduct, one))
                .forEach(one -> takeBack(one, now));
    }

    /** Of a visit that whoever acts does not see in the plan nothing can be said, neither that it is one nor that it is none. */
    private static boolean looksAt(Conduct conduct, Deviation row) {
        return row.event() == null
                || conduct.plan().stream().anyMatch(visit -> visit.event().equals(row.event()));
    }

    private Conduct conduct(Participant participant, boolean late) {
        Scope place = participant.scope();
        ZoneId zone = sites.zone(place);
        LocalDate enrolledOn = participant.randomized()
                ? participant.randomizedOn(zone)
                : history.enrolledOn(place, participant.key()).orElse(null);
        return new Conduct(
                participant,
                definitions.get(participant.versionId()),
                visits.plan(place, participant.key()),
                visits.anchors(place, participant.key()),
                enrolledOn,
                zone,
                late);
    }

    private void stand(Participant participant, Finding finding, Deviation known, Instant now) {
        boolean told = known != null && known.state() != DeviationState.TAKEN_BACK && known.tells(finding);
        if (told) {
            return;
        }
        Deviation row = known == null ? deviations.of(participant, finding.key(), now) : known;
        String before = known == null ? null : row.text();
        row.stand(finding, now);
        facts.fire(DeviationTurned.of(row, Act.NOTICED, before, null));
    }

    private void takeBack(Deviation row, Instant now) {
        String before = row.text();
        row.takeBack(now);
        facts.fire(DeviationTurned.of(row, Act.TAKEN_BACK, before, null));
    }
}
