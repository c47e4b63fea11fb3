package org.casebook.replay;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.casebook.allotment.Assigned;
import org.casebook.allotment.Levels;
import org.casebook.allotment.Minimisation;
import org.casebook.allotment.PermutedBlocks;
import org.casebook.allotment.Preference;
import org.casebook.allotment.SeededSource;
import org.casebook.concealment.ListRecord;
import org.casebook.concealment.TrailSeal;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.kernel.Language;
import org.casebook.kernel.Sentence;
import org.casebook.replay.TrailReading.Entry;

/** Works allocations of one study out again. */
final class Replaying {

    private static final String ROOM = "replay";

    private final String study;
    private final TrailReading reading;
    private final TrailLists lists;
    private final TrailSeal trailSeal;
    private final LongFunction<RandomizationDefinition> plans;

    /**
     * @param plans the plan of randomisation of a study version, by its database id
     */
    Replaying(
            String study,
            TrailReading reading,
            TrailLists lists,
            TrailSeal trailSeal,
            LongFunction<RandomizationDefinition> plans) {
        this.study = study;
        this.reading = reading;
        this.lists = lists;
        this.trailSeal = trailSeal;
        this.plans = plans;
    }

    /**
     * Works one out.
     *
     * @param stands OID of the arm that the lists say now
     */
    Replayed replay(Entry entry, String stands) {
        String recorded = trailSeal.arm(study, entry.allocation());
        Optional<ListRecord> list = lists.find(entry.allocation().list());
        boolean minimised = entry.allocation().draw() != null;
        Preference preference = minimised ? weighed(entry) : null;
        BigInteger draw = minimised ? new BigInteger(trailSeal.draw(study, entry.allocation())) : null;
        String again = minimised
                ? preference.arm(draw)
                : list.map(made -> listed(made, entry)).orElse("");
        List<Sentence> faults = new ArrayList<>();
        order(entry, faults);
        if (list.isEmpty()) {
            faults.add(
                    Sentence.of(ROOM, "listUnknown", entry.allocation().list().toString()));
        }
        if (!again.equals(recorded)) {
            faults.add(Sentence.of(ROOM, "otherArm", entry.subject()));
        }
        if (!recorded.equals(stands)) {
            faults.add(Sentence.of(ROOM, "listSaysOther", entry.subject()));
        }
        return new Replayed(
                entry.subject(),
                entry.allocation().number(),
                list.map(ListRecord::origin).orElse(""),
                entry.allocation().list().toString(),
                entry.allocation().position(),
                levels(entry),
                minimised ? preference.scores() : Map.of(),
                minimised ? preference.preferred() : List.of(),
                minimised ? preference.chances() : Map.of(),
                minimised ? draw + " / " + preference.outOf() : "",
                recorded,
                again,
                faults.stream().map(fault -> fault.in(Language.ofReader())).toList());
    }

    /** Slots go one after the other, each once, from a list that was sealed before. */
    private void order(Entry entry, List<Sentence> faults) {
        int position = entry.allocation().position();
        List<Entry> before = reading.before(entry);
        boolean gap = before.stream()
                        .map(other -> other.allocation().position())
                        .distinct()
                        .count()
                != position - 1;
        boolean twice = reading.ofList(entry.allocation().list()).stream()
                        .filter(other -> other.allocation().position() == position)
                        .count()
                != 1;
        if (twice || reading.of(entry.subject()).size() != 1) {
            faults.add(Sentence.of(ROOM, "slotTwice", entry.subject()));
        }
        if (gap) {
            faults.add(Sentence.of(ROOM, "outOfOrder", entry.subject(), position));
        }
        if (!lists.sealedBefore(entry.allocation().list(), entry.id())) {
            faults.add(Sentence.of(ROOM, "notSealed", entry.allocation().list().toString()));
        }
    }

    private Preference weighed(Entry entry) {
        List<Assigned> before = reading.before(entry).stream()
                .map(other -> new Assigned(levels(other), trailSeal.arm(study, other.allocation())))
                .toList();
        return new Minimisation(plans.apply(entry.allocation().version())).weigh(levels(entry), before);
    }

    private String listed(ListRecord list, Entry entry) {
        List<String> arms = list.seed() == null
                ? list.arms()
                : new PermutedBlocks(plans.apply(list.version()), SeededSource.of(trailSeal.seed(study, list)))
                        .draw(list.asked());
        int position = entry.allocation().position();
        return position <= arms.size() ? arms.get(position - 1) : "";
    }

    private static Map<String, String> levels(Entry entry) {
        return Levels.parse(entry.allocation().levels()).codes();
    }
}
