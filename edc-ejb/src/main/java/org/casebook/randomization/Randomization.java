package org.casebook.randomization;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casebook.concealment.AllocationRecord;
import org.casebook.concealment.TrailSeal;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.delegation.Duties;
import org.casebook.delegation.Duty;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Language;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.site.SiteRegister;
import org.casebook.study.Definitions;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** Randomises participants. Whoever randomises learns number and time, never the arm. */
@Stateless
public class Randomization {

    @Inject
    private Participants participants;

    @Inject
    private SiteRegister sites;

    @Inject
    private Definitions definitions;

    @Inject
    private AllocationStore store;

    @Inject
    private Minimiser minimiser;

    @Inject
    private TrailSeal trailSeal;

    @Inject
    private Duties duties;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /**
     * Gives the participant the next free slot of its stratum's list, or an arm by minimisation. A repeated request gets the same answer and uses
     * no second slot.
     *
     * @throws NotReadyToRandomize naming everything it still waits for
     * @throws ListExhausted when no slot is left
     */
    @Allowed(Permission.RANDOMIZE)
    public Participant randomize(Scope scope, String subject) {
        Participant participant = participants.hold(scope, subject);
        if (participant.randomized()) {
            return participant;
        }
        duties.require(participant.scope(), Duty.RANDOMIZE);
        if (!waitsFor(participant).isEmpty()) {
            throw new NotReadyToRandomize(subject, () -> waitsFor(participant));
        }
        Scope place = participant.scope();
        Instant at = clock.instant();
        AllocationRecord allocated = allocated(participant, at);
        participants.randomized(place, subject, allocated.number(), at);
        facts.fire(new SlotAllocated(place, subject, trailSeal.seal(place.study(), subject, allocated)));
        return participants.get(place, subject);
    }

    /** What randomisation still waits for; empty when it can be done, and after it was done. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public List<Waiting> waitsFor(Scope scope, String subject) {
        Participant participant = participants.get(scope, subject);
        return participant.randomized() ? List.of() : waitsFor(participant);
    }

    private List<Waiting> waitsFor(Participant participant) {
        StudyDefinition study = definitions.get(participant.versionId());
        RandomizationDefinition plan = study.randomization();
        if (plan == null) {
            return List.of(new Waiting(Waiting.Kind.STATUS, ReadinessPolicy.said("notRandomised")));
        }
        Map<String, String> known = strata(participant);
        List<String> missing = plan.items().stream()
                .filter(item -> !known.containsKey(item.name()))
                .map(item -> ReadinessPolicy.said(
                        "stratum",
                        item(study, item),
                        study.form(item.formOid()).name().shown()))
                .toList();
        // which list it would be is known only with all codes
        int free = missing.isEmpty() ? free(participant, plan, known) : 1;
        return ReadinessPolicy.waitsFor(
                participant, sites.get(participant.scope()), result -> words(study, result), missing, free);
    }

    /** As it was judged in English; told anew for whoever reads another language. */
    private static String words(StudyDefinition study, CriterionResult result) {
        return study.criteria().stream()
                .filter(criterion -> Language.ofReader() != Language.ENGLISH)
                .filter(criterion -> criterion.oid().equals(result.oid()))
                .map(criterion -> criterion.text().shown())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(result.sentence());
    }

    private static String item(StudyDefinition study, RandomizationDefinition.Stratum item) {
        return study.item(item.formOid(), item.itemOid()).question().shown();
    }

    private int free(Participant participant, RandomizationDefinition plan, Map<String, String> known) {
        if (plan.minimises()) {
            boolean sealed = store.lists(Scope.of(participant.study())).stream()
                    .anyMatch(list -> list.origin() == PreparedList.Origin.MINIMISED
                            && list.state() == PreparedList.State.SEALED);
            return sealed ? 1 : 0;
        }
        return store.free(ListPlace.of(participant, plan, known));
    }

    private AllocationRecord allocated(Participant participant, Instant at) {
        RandomizationDefinition plan = definitions.get(participant.versionId()).randomization();
        Map<String, String> known = strata(participant);
        if (plan.minimises()) {
            return minimiser.allocate(participant, plan, ListPlace.levels(participant, plan, known), at);
        }
        ListPlace place = ListPlace.of(participant, plan, known);
        Slot slot = store.take(place, participant.key(), at).orElseThrow(() -> new ListExhausted(participant.site()));
        return new AllocationRecord(
                slot.list(),
                slot.position(),
                slot.number(),
                slot.sealed(),
                place.levels().text(),
                null,
                participant.versionId());
    }

    private Map<String, String> strata(Participant participant) {
        return participants.strata(participant.scope(), participant.key());
    }
}
