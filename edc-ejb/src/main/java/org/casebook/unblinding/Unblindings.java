package org.casebook.unblinding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.blinding.Blinding;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.randomization.Treatments;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;

/**
 * Whose treatment is known by plan, for later rooms. Not a boundary: whoever calls has passed a door. An arm is told to nobody
 * before the participant's planned unblinding, and then to those alone who may know it at the participant's own site; to others
 * once the study as a whole was unblinded.
 */
@ApplicationScoped
public class Unblindings {

    /** More of them are looked up as a whole. */
    private static final int FEW = 200;

    @Inject
    private PlannedUnblindings unblindings;

    @Inject
    private Treatments treatments;

    @Inject
    private Definitions definitions;

    @Inject
    private Blinding blinding;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** Arms that were opened, by study and participant; an allocation never changes. */
    private final Map<String, String> opened = new ConcurrentHashMap<>();

    /** That and when the treatment was made known; told to all who may know the participant. */
    public Optional<UnblindedView> find(Participant participant) {
        return unblindings.find(participant.study(), participant.key()).map(PlannedUnblinding::toView);
    }

    /** OID of the participant's arm, as far as whoever asks may know it; else null. */
    public String armKnown(Participant participant) {
        return armsKnown(participant.scope(), List.of(participant)).get(participant.key());
    }

    /** As {@link #armKnown}, of many: by screening number, and only of those whose arm may be known. */
    public Map<String, String> armsKnown(Scope scope, List<Participant> participants) {
        Map<String, Participant> candidates = participants.stream()
                .filter(participant -> participant.randomized() && hasEventsOfOneArm(participant))
                .filter(participant ->
                        blinding.knows(participant.scope()) || blinding.seesTreatments(participant.scope()))
                .collect(Collectors.toMap(Participant::key, Function.identity()));
        if (candidates.isEmpty()) {
            return Map.of();
        }
        List<PlannedUnblinding> known = candidates.size() > FEW
                ? unblindings.list(scope.study())
                : unblindings.list(scope.study(), candidates.keySet());
        Map<String, String> arms = new HashMap<>();
        candidates.values().stream()
                .filter(participant -> blinding.seesTreatments(participant.scope()))
                .forEach(participant -> arms.put(participant.key(), arm(participant)));
        for (PlannedUnblinding unblinding : known) {
            Participant participant = candidates.get(unblinding.subject());
            if (participant != null) {
                arms.put(participant.key(), arm(participant));
            }
        }
        return arms;
    }

    /**
     * Makes the treatment known to the participant's own site from now on. The caller has judged that it may be.
     *
     * @param event OID of the visit after which it is planned
     * @param reason why without that visit; null where it took place
     */
    public void unblind(Participant participant, String event, String reason) {
        unblindings.add(new PlannedUnblinding(participant, event, reason, actor.get(), clock.instant()));
        facts.fire(new SubjectUnblinded(participant.scope(), participant.key(), event, reason));
    }

    /** Without such events there is nothing for which an arm would be opened. */
    private boolean hasEventsOfOneArm(Participant participant) {
        StudyDefinition study = definitions.get(participant.versionId());
        return !study.eventsOfOneArm().isEmpty();
    }

    private String arm(Participant participant) {
        return opened.computeIfAbsent(
                participant.study() + "\n" + participant.key(),
                key -> treatments.of(participant).arm());
    }
}
