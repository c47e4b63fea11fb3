package org.casebook.randomization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.casebook.allotment.Assigned;
import org.casebook.allotment.Levels;
import org.casebook.allotment.Minimisation;
import org.casebook.allotment.Preference;
import org.casebook.allotment.RandomizationNumbers;
import org.casebook.concealment.AllocationKey;
import org.casebook.concealment.AllocationRecord;
import org.casebook.concealment.SlotPlace;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.randomization.PreparedList.Origin;
import org.casebook.subject.Participant;

/** Allocates by minimisation, one participant at a time in a study. */
@ApplicationScoped
class Minimiser {

    @Inject
    private AllocationStore store;

    @Inject
    private AllocationKey key;

    @Inject
    private AllocationLists lists;

    /**
     * Allocates the participant.
     *
     * @throws ListExhausted when no list for it is sealed
     */
    AllocationRecord allocate(Participant participant, RandomizationDefinition plan, Levels levels, Instant at) {
        String study = participant.study();
        UUID list = store.minimising(study).orElseThrow(() -> new ListExhausted(participant.site()));
        List<TakenSlot> before = of(study, list);
        Preference preference = new Minimisation(plan).weigh(levels.codes(), assigned(study, before));
        BigInteger draw = preference.draw(key.random());
        int position = before.size() + 1;
        String number = new RandomizationNumbers(key.random())
                .draw(1, Set.copyOf(store.numbers(study)))
                .get(0);
        String sealed = key.cipher().seal(preference.arm(draw), new SlotPlace(study, list, position));
        Slot slot = new Slot(list, position, number, sealed);
        String sealedDraw = key.cipher().seal(draw.toString(), SlotPlace.draw(study, list, position));
        store.append(
                slot,
                new TakenSlot(
                        slot,
                        participant.key(),
                        "",
                        Levels.NONE,
                        Origin.MINIMISED,
                        levels,
                        sealedDraw,
                        participant.versionId(),
                        at));
        return new AllocationRecord(list, position, number, sealed, levels.text(), sealedDraw, participant.versionId());
    }

    private List<TakenSlot> of(String study, UUID list) {
        return store.taken(study).stream()
                .filter(slot -> slot.slot().list().equals(list))
                .sorted(Comparator.comparingInt(slot -> slot.slot().position()))
                .toList();
    }

    private List<Assigned> assigned(String study, List<TakenSlot> slots) {
        List<Assigned> assigned = new ArrayList<>();
        slots.forEach(slot -> assigned.add(new Assigned(slot.levels().codes(), lists.open(study, slot.slot()))));
        return assigned;
    }
}
