package org.casebook.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.crossing.Crossings;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.unblinding.Unblindings;

/** Visits for later rooms. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class Visits {

    @Inject
    private RecordedVisits recorded;

    @Inject
    private Participants participants;

    @Inject
    private SiteRegister sites;

    @Inject
    private Definitions definitions;

    @Inject
    private Unblindings unblindings;

    @Inject
    private Crossings crossings;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<DayZeroMoved> moved;

    /** The schedule of one participant today, in the study's order. */
    public List<PlannedVisit> plan(Scope scope, String subject) {
        return planOf(participants.get(scope, subject)).list();
    }

    /** The schedules of all participants within the scope today, by screening number. */
    public Map<String, List<PlannedVisit>> plans(Scope scope) {
        return plans(scope, participants.list(scope), recorded.list(scope), recorded.anchors(scope));
    }

    /**
     * The schedules of some participants within the scope today, by screening number.
     *
     * @param some not so many that a statement could not name them: a page of them
     */
    public Map<String, List<PlannedVisit>> plans(Scope scope, List<Participant> some) {
        List<String> keys = some.stream().map(Participant::key).toList();
        return keys.isEmpty()
                ? Map.of()
                : plans(scope, some, recorded.list(scope, keys), recorded.anchors(scope, keys));
    }

    private Map<String, List<PlannedVisit>> plans(
            Scope scope, List<Participant> all, List<Visit> held, List<VisitAnchor> known) {
        Map<String, List<Visit>> visits = held.stream().collect(Collectors.groupingBy(Visit::subject));
        Map<String, List<VisitAnchor>> anchors = known.stream().collect(Collectors.groupingBy(VisitAnchor::subject));
        Map<String, ZoneId> zones =
                sites.list(scope).stream().collect(Collectors.toMap(SiteView::number, SiteView::zone));
        Map<String, String> arms = unblindings.armsKnown(scope, all);
        Set<String> refusing = crossings.refusing(scope.study(), arms.keySet());
        Map<String, List<PlannedVisit>> plans = new LinkedHashMap<>();
        for (Participant participant : all) {
            String key = participant.key();
            plans.put(
                    key,
                    plan(
                                    participant,
                                    new Known(arms.get(key), refusing.contains(key)),
                                    visits.getOrDefault(key, List.of()),
                                    anchors.getOrDefault(key, List.of()),
                                    zones.get(participant.site()))
                            .list());
        }
        return plans;
    }

    /**
     * Refuses a visit that only participants of one arm have, unless this one is known to be of it to whoever asks, and a
     * repetition that nobody recorded: in the very words of a visit that the study does not plan.
     *
     * @param event OID; null for what lies at no visit
     */
    public void requireOnPlan(Participant participant, String event) {
        boolean off = definitions
                .get(participant.versionId())
                .findEvent(event)
                .filter(found -> found.isOfOneArm() && !found.isFor(unblindings.armKnown(participant))
                        || !found.occurrence().isFirst()
                                && recorded.find(participant.scope(), participant.key(), event)
                                        .isEmpty())
                .isPresent();
        if (off) {
            throw new NotFound("visit", event, participant.scope());
        }
    }

    /**
     * Puts a visit out of plan on the schedule, without a date, since data of it come in from elsewhere; what is recorded
     * there stays.
     */
    public void open(Participant participant, String event) {
        boolean planned =
                definitions.get(participant.versionId()).event(event).kind() != EventDefinition.Kind.UNSCHEDULED;
        if (!planned
                && recorded.find(participant.scope(), participant.key(), event).isEmpty()) {
            recorded.add(new Visit(participant.scope(), participant.key(), event));
        }
    }

    /** The date of a visit; empty when none is recorded. */
    public Optional<LocalDate> dateOf(Scope scope, String subject, String event) {
        return recorded.find(scope, subject, event).map(visit -> visit.view().date());
    }

    /** Refuses when the visit is recorded as not done. */
    public void requireTakingPlace(Scope scope, String subject, String event) {
        recorded.find(scope, subject, event)
                .filter(visit -> visit.view().status() == VisitStatus.NOT_DONE)
                .ifPresent(visit -> {
                    String name = planOf(participants.get(scope, subject))
                            .find(event)
                            .map(PlannedVisit::name)
                            .orElse(event);
                    throw new VisitWasNotDone(subject, name);
                });
    }

    /**
     * Keeps the value of an item that windows may count from or be judged by; any other item is passed over.
     *
     * @param told the complete date or the time captured; nothing while there is none (partial, invalid, or taken away)
     */
    public void anchor(Scope scope, String subject, Anchor anchor, Captured told) {
        Participant participant = participants.get(scope, subject);
        if (!anchor.isUsedBy(definitions.get(participant.versionId()))) {
            return;
        }
        Optional<VisitAnchor> known = recorded.anchors(scope, subject).stream()
                .filter(candidate -> candidate.anchor().equals(anchor))
                .findFirst();
        if (known.isEmpty() && told.equals(Captured.NOTHING)) {
            return;
        }
        VisitAnchor kept = known.orElseGet(() -> {
            VisitAnchor fresh = new VisitAnchor(participant.scope(), subject, anchor);
            recorded.add(fresh);
            return fresh;
        });
        if (!kept.told().equals(told)) {
            kept.moveTo(told);
            moved.fire(new DayZeroMoved(participant.scope(), subject));
        }
    }

    /** The captured dates that windows of a participant count from. */
    public Map<Anchor, LocalDate> anchors(Scope scope, String subject) {
        return captured(recorded.anchors(scope, subject)).entrySet().stream()
                .filter(anchor -> anchor.getValue().date() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, anchor -> anchor.getValue().date()));
    }

    PlannedVisit get(Participant participant, String event) {
        return planOf(participant).find(event).orElseThrow(() -> new NotFound("visit", event, participant.scope()));
    }

    LocalDate today(Scope place) {
        return clock.today(sites.get(place).zone());
    }

    /**
     * What whoever asks may know of a participant's treatment.
     *
     * @param arm OID; null: nothing
     * @param refusing whether the participant will not cross over
     */
    private record Known(String arm, boolean refusing) {

        /** Who will not cross over has no visits for that but those that took place. */
        boolean expects(EventDefinition event, boolean recorded) {
            return event.isFor(arm) && (!refusing || !event.isOfOneArm() || recorded);
        }
    }

    private Known known(Participant participant) {
        String arm = unblindings.armKnown(participant);
        boolean refusing = arm != null
                && !crossings
                        .refusing(participant.study(), Set.of(participant.key()))
                        .isEmpty();
        return new Known(arm, refusing);
    }

    private Plan planOf(Participant participant) {
        Scope place = participant.scope();
        return plan(
                participant,
                known(participant),
                recorded.list(place, participant.key()),
                recorded.anchors(place, participant.key()),
                sites.get(place).zone());
    }

    private Plan plan(
            Participant participant, Known known, List<Visit> visits, List<VisitAnchor> anchors, ZoneId zone) {
        StudyDefinition study = definitions.get(participant.versionId());
        Map<String, RecordedVisit> held =
                visits.stream().map(Visit::view).collect(Collectors.toMap(RecordedVisit::event, Function.identity()));
        return new Plan(
                study.eventsWith(held.keySet()).stream()
                        .filter(event -> known.expects(event, held.containsKey(event.oid())))
                        .toList(),
                held,
                withRandomization(captured(anchors), participant, zone),
                zone,
                clock.today(zone),
                Over.of(participant, study));
    }

    private static Map<Anchor, Captured> withRandomization(
            Map<Anchor, Captured> captured, Participant participant, ZoneId zone) {
        if (!participant.randomized()) {
            return captured;
        }
        Map<Anchor, Captured> all = new HashMap<>(captured);
        all.put(
                Anchor.RANDOMIZATION,
                new Captured(
                        participant.randomizedOn(zone),
                        LocalTime.ofInstant(participant.randomization().at(), zone)));
        return all;
    }

    private static Map<Anchor, Captured> captured(List<VisitAnchor> anchors) {
        return anchors.stream().collect(Collectors.toMap(VisitAnchor::anchor, VisitAnchor::told));
    }
}
