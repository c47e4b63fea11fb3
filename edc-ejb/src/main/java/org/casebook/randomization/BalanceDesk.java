package org.casebook.randomization;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.allotment.Assigned;
import org.casebook.allotment.Imbalances;
import org.casebook.definition.RandomizationDefinition.ArmShare;
import org.casebook.definition.RandomizationDefinition.Factor;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.randomization.PreparedList.Origin;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** How many were randomised where, without arms for the blinded; how balanced the arms are. */
@Stateless
public class BalanceDesk {

    @Inject
    private Participants participants;

    @Inject
    private AllocationStore store;

    @Inject
    private AllocationLists lists;

    @Inject
    private Definitions definitions;

    @Inject
    private Event<Fact> facts;

    /**
     * How many were randomised in one stratum.
     *
     * @param levels code of each item that decided, by the item's name; of the site too where it is a factor
     */
    public record StratumCount(String site, Map<String, String> levels, long randomized) {}

    /**
     * One stratum with its arms.
     *
     * @param arms how many have each arm, by the arm's OID, in the study's order
     */
    public record StratumArms(Map<String, String> levels, Map<String, Long> arms) {}

    /**
     * How balanced the arms are.
     *
     * @param arms how many have each arm, by the arm's OID, in the study's order
     */
    public record Balance(Map<String, Long> arms, List<StratumArms> strata, Imbalances imbalances) {}

    /**
     * How many were randomised within the scope, by site and stratum. It tells no arm, no list and no block. Where the site decided,
     * it is the one that did, wherever the participant is now.
     */
    @Allowed(Permission.VIEW_DATA)
    public List<StratumCount> counts(Scope scope) {
        Map<String, TakenSlot> taken = taken(scope.study());
        Map<StratumCount, Long> counts = participants.list(Scope.of(scope.study())).stream()
                .filter(Participant::randomized)
                .map(one -> new StratumCount(siteOf(one, taken.get(one.key())), codes(taken.get(one.key())), 0))
                .filter(one -> scope.covers(scope.study(), one.site()))
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(one -> new StratumCount(one.getKey().site(), one.getKey().levels(), one.getValue()))
                .sorted(java.util.Comparator.comparing(StratumCount::site)
                        .thenComparing(one -> new TreeMap<>(one.levels()).toString()))
                .toList();
    }

    /** How balanced the arms are, overall, in each level, and within strata. The reading is an entry of the trail. */
    @Allowed(Permission.VIEW_BALANCE)
    public Balance balance(Scope study) {
        StudyDefinition current = definitions.get(definitions.released(study.study()));
        if (!current.randomizes()) {
            throw new Invalid(Sentence.of("randomization", "nothingToBalance", current.oid()));
        }
        List<ArmShare> arms = current.randomization().ratio();
        List<Assigned> all = store.taken(study.study()).stream()
                .map(slot -> new Assigned(levels(slot), lists.open(study.study(), slot.slot())))
                .toList();
        facts.fire(AllocationRead.ofAll(study));
        Map<String, List<Assigned>> strata = all.stream()
                .collect(Collectors.groupingBy(
                        one -> new TreeMap<>(one.levels()).toString(), TreeMap::new, Collectors.toList()));
        return new Balance(
                count(arms, all),
                strata.values().stream()
                        .map(group -> new StratumArms(new TreeMap<>(group.get(0).levels()), count(arms, group)))
                        .toList(),
                Imbalances.of(arms, all));
    }

    private static String siteOf(Participant participant, TakenSlot slot) {
        return levels(slot).getOrDefault(Factor.SITE, participant.site());
    }

    private Map<String, TakenSlot> taken(String study) {
        return store.taken(study).stream().collect(Collectors.toMap(TakenSlot::subject, Function.identity()));
    }

    /** What decided, without the site. */
    private static Map<String, String> codes(TakenSlot slot) {
        Map<String, String> codes = new LinkedHashMap<>(levels(slot));
        codes.remove(Factor.SITE);
        return codes;
    }

    /** What decided, with the site where it did. */
    private static Map<String, String> levels(TakenSlot slot) {
        if (slot == null) {
            return Map.of();
        }
        if (slot.origin() == Origin.MINIMISED) {
            return slot.levels().codes();
        }
        return new ListPlace("", slot.site(), slot.codes()).levels().codes();
    }

    private static Map<String, Long> count(List<ArmShare> arms, List<Assigned> some) {
        Map<String, Long> counts = new LinkedHashMap<>();
        arms.forEach(arm -> counts.put(
                arm.armOid(),
                some.stream().filter(one -> one.arm().equals(arm.armOid())).count()));
        return counts;
    }
}
