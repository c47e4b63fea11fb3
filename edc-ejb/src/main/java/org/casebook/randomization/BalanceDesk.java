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
import org.casebook.allotment.Levels;
import org.casebook.allotment.Preference;
import org.casebook.definition.RandomizationDefinition.ArmShare;
import org.casebook.definition.RandomizationDefinition.Factor;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.randomization.PreparedList.Origin;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** How many were randomised where, without arms for the blinded; how balanced the arms are, and how each came about. */
@Stateless
public class BalanceDesk {

    @Inject
    private Participants participants;

    @Inject
    private AllocationStore store;

    @Inject
    private AllocationLists lists;

    @Inject
    private Minimiser minimiser;

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
     * An allocation that was worked out again.
     *
     * @param levels what decided about it
     * @param scores with minimisation, the score of each arm; else empty
     * @param preferred with minimisation, the arms of the smallest score
     * @param chances with minimisation, the chance of each arm
     * @param draw with minimisation, the draw and below which number it is
     * @param recorded OID of the arm that was recorded
     * @param replayed OID of the arm that comes out again; null where there is nothing to draw from, as with lists from elsewhere
     * @param same whether the record holds: the same arm again, or an unchanged list
     */
    public record Replayed(
            String subject,
            String number,
            Origin origin,
            Map<String, String> levels,
            Map<String, String> scores,
            List<String> preferred,
            Map<String, String> chances,
            String draw,
            String recorded,
            String replayed,
            boolean same) {}

    /** How many were randomised within the scope, by site and stratum. It tells no arm, no list and no block. */
    @Allowed(Permission.VIEW_DATA)
    public List<StratumCount> counts(Scope scope) {
        Map<String, TakenSlot> taken = taken(scope.study());
        Map<StratumCount, Long> counts = participants.list(scope).stream()
                .filter(Participant::randomized)
                .map(one -> new StratumCount(one.site(), codes(taken.get(one.key())), 0))
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
            throw new Invalid("Study " + current.oid() + " does not randomise, so there is nothing to balance.");
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

    /** Works a past allocation out again from its records. It tells the arm, so the reading is an entry of the trail. */
    @Allowed(Permission.VIEW_BALANCE)
    public Replayed replay(Scope scope, String subject) {
        Participant participant = participants.get(scope, subject);
        String study = participant.study();
        TakenSlot slot = taken(study).get(subject);
        if (slot == null) {
            throw new NotFound("allocation of", subject, scope);
        }
        String recorded = lists.open(study, slot.slot());
        facts.fire(new AllocationRead(participant.scope(), subject, slot.slot().number()));
        return slot.origin() == Origin.MINIMISED ? minimised(study, slot, recorded) : listed(study, slot, recorded);
    }

    private Replayed minimised(String study, TakenSlot slot, String recorded) {
        Preference preference =
                minimiser.weighed(study, slot, definitions.get(slot.version()).randomization());
        java.math.BigInteger draw = minimiser.draw(study, slot);
        String again = preference.arm(draw);
        return new Replayed(
                slot.subject(),
                slot.slot().number(),
                slot.origin(),
                slot.levels().codes(),
                preference.scores(),
                preference.preferred(),
                preference.chances(),
                draw + " of " + preference.outOf(),
                recorded,
                again,
                again.equals(recorded));
    }

    private Replayed listed(String study, TakenSlot slot, String recorded) {
        AllocationStore.Kept kept = store.kept(Scope.of(study)).stream()
                .filter(one -> one.list().id().equals(slot.slot().list()))
                .findFirst()
                .orElseThrow();
        String again = null;
        if (kept.making().seed() != null) {
            again = lists.redrawn(
                            study,
                            kept.list(),
                            definitions.get(kept.making().version()).randomization(),
                            kept.making())
                    .get(slot.slot().position() - 1);
        }
        return new Replayed(
                slot.subject(),
                slot.slot().number(),
                slot.origin(),
                levels(slot),
                Map.of(),
                List.of(),
                Map.of(),
                "slot " + slot.slot().position(),
                recorded,
                again,
                kept.list().intact() && (again == null || again.equals(recorded)));
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
        Levels levels = slot.site().isEmpty() ? Levels.NONE : Levels.NONE.and(Factor.SITE, slot.site());
        for (Map.Entry<String, String> code : slot.codes().codes().entrySet()) {
            levels = levels.and(code.getKey(), code.getValue());
        }
        return levels.codes();
    }

    private static Map<String, Long> count(List<ArmShare> arms, List<Assigned> some) {
        Map<String, Long> counts = new LinkedHashMap<>();
        arms.forEach(arm -> counts.put(
                arm.armOid(),
                some.stream().filter(one -> one.arm().equals(arm.armOid())).count()));
        return counts;
    }
}
