package org.casebook.instrument;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.odm.OdmPart;

/**
 * Taking instruments of the library into the file of a study: their forms, items, lists, conditions, methods and units are
 * copied, and the forms stand at the visits chosen. Whether the whole is a sound study is judged when it is loaded.
 */
public final class Adoption {

    private static final String ROOM = "instrument";
    private static final String UNIT = "cb:Unit";
    private static final Set<String> TAKEN =
            Set.of(Parts.FORM, "ItemDef", "CodeList", "ConditionDef", "MethodDef", UNIT);

    private final OdmPart root;
    private final Map<String, OdmPart> there = new HashMap<>();
    private final List<OdmPart> brought = new ArrayList<>();

    private Adoption(OdmPart root) {
        this.root = root;
        Parts.version(root).children().forEach(this::note);
    }

    private void note(OdmPart part) {
        if (Parts.oid(part) != null) {
            there.put(Parts.oid(part), part);
        }
    }

    /**
     * The file of a study with instruments in it.
     *
     * @param study read from a file
     * @param wishes which instruments, at least one
     * @param events OIDs of the visits at which they stand, at least one; no logs
     * @throws Invalid when nothing is chosen, something chosen does not exist, the study has the form already, or uses an OID
     *     of the instrument for something else
     */
    public static OdmPart of(StudyDefinition study, List<Wish> wishes, Collection<String> events, NewVersion version) {
        if (wishes.isEmpty() || events.isEmpty()) {
            throw refused("nothing");
        }
        Adoption adoption = new Adoption(study.source());
        wishes.forEach(adoption::take);
        return version.of(study.source(), adoption.version(wishes, visits(study, events)));
    }

    private static Set<String> visits(StudyDefinition study, Collection<String> events) {
        for (String event : events) {
            if (study.findEvent(event).filter(visit -> !visit.isLog()).isEmpty()) {
                throw refused("noVisit", event);
            }
        }
        return Set.copyOf(events);
    }

    private void take(Wish wish) {
        StudyDefinition file = Library.find(wish.formOid()).orElseThrow(() -> refused("unknown", wish.formOid()));
        if (there.containsKey(wish.formOid())) {
            throw refused("already", wish.formOid());
        }
        Instrument instrument = Instruments.find(file, wish.formOid()).orElseThrow();
        wish.least().forEach((item, least) -> require(instrument, item, least));
        Map<String, Integer> methods = methods(file, wish);
        List<OdmPart> parts = Parts.version(file.source()).children().stream()
                .filter(part -> TAKEN.contains(part.name()))
                .map(part -> wished(part, wish, methods))
                .toList();
        String clashes =
                parts.stream().filter(Predicate.not(this::fits)).map(Parts::oid).collect(Collectors.joining(", "));
        if (!clashes.isEmpty()) {
            throw refused("clash", wish.formOid(), clashes);
        }
        parts.stream().filter(part -> !there.containsKey(Parts.oid(part))).forEach(part -> {
            brought.add(part);
            note(part);
        });
    }

    private static void require(Instrument instrument, String item, int least) {
        Score score = instrument.scores().stream()
                .filter(one -> one.itemOid().equals(item))
                .findFirst()
                .orElseThrow(() -> refused("noScore", instrument.formOid(), item));
        boolean permitted = score.isConfigurable() && least >= score.leastFrom() && least <= score.items();
        if (!permitted && least != score.least()) {
            throw score.isConfigurable()
                    ? refused("least", item, String.valueOf(score.leastFrom()), String.valueOf(score.items()))
                    : refused("fixed", item, String.valueOf(score.least()));
        }
    }

    /** How many answers each method is to ask for. */
    private static Map<String, Integer> methods(StudyDefinition file, Wish wish) {
        return wish.least().entrySet().stream()
                .collect(Collectors.toMap(
                        said -> file.item(wish.formOid(), said.getKey()).methodOid(), Map.Entry::getValue));
    }

    /** The part as it is, or with the number of answers that the study asks for, in the mark and in the method. */
    private static OdmPart wished(OdmPart part, Wish wish, Map<String, Integer> methods) {
        if (part.name().equals(Parts.FORM)) {
            return Parts.changed(
                    part,
                    mark -> mark.name().equals(Instruments.ELEMENT)
                            ? Parts.changed(mark, score -> wished(score, wish))
                            : mark);
        }
        Integer least = part.name().equals("MethodDef") ? methods.get(Parts.oid(part)) : null;
        return least == null ? part : asking(part, least);
    }

    private static OdmPart wished(OdmPart score, Wish wish) {
        Integer least = wish.least().get(String.valueOf(score.attributes().get("ItemOID")));
        return least == null ? score : score.withAttribute("Least", String.valueOf(least));
    }

    private static OdmPart asking(OdmPart method, int least) {
        return Parts.changed(
                method,
                part -> part.name().equals("FormalExpression")
                        ? Parts.changed(part, code -> code.withText(Misfits.asking(code.text(), least)))
                        : part);
    }

    /** Whether the study has nothing by this OID, or the very same; a unit is the same that means the same. */
    private boolean fits(OdmPart part) {
        OdmPart own = there.get(Parts.oid(part));
        return own == null || own.equals(part) || part.name().equals(UNIT) && isUnit(own, part);
    }

    private static boolean isUnit(OdmPart own, OdmPart part) {
        return own.name().equals(UNIT)
                && Stream.of("Symbol", "Standard", "Factor", "Offset")
                        .allMatch(said -> Objects.equals(
                                own.attributes().get(said), part.attributes().get(said)));
    }

    private OdmPart version(List<Wish> wishes, Set<String> events) {
        OdmPart version = Parts.version(root);
        List<OdmPart> parts = version.children().stream()
                .map(part -> part.name().equals(Parts.EVENT) && events.contains(Parts.oid(part))
                        ? standing(part, wishes)
                        : part)
                .collect(Collectors.toCollection(ArrayList::new));
        parts.addAll(brought);
        return version.withChildren(parts);
    }

    /** The visit with the forms behind those that it has. */
    private static OdmPart standing(OdmPart event, List<Wish> wishes) {
        List<OdmPart> parts = new ArrayList<>(event.children());
        int order = Parts.children(event, "ItemGroupRef")
                .map(ref -> ref.attributes().getOrDefault("OrderNumber", "0"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        for (Wish wish : wishes) {
            parts.add(new OdmPart(
                    "ItemGroupRef",
                    Map.of("ItemGroupOID", wish.formOid(), "OrderNumber", String.valueOf(++order), "Mandatory", "Yes"),
                    List.of(),
                    ""));
        }
        return event.withChildren(parts);
    }

    private static Invalid refused(String sentence, String... parts) {
        return new Invalid(Sentence.of(ROOM, sentence, (Serializable[]) parts));
    }
}
