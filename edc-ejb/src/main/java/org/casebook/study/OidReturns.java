package org.casebook.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.odm.Fault;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmPart;

/**
 * OIDs that come back in a new version and mean something else than in a released one. Values of both versions stand in one
 * column of a dataset under that OID, so a new meaning needs a new OID. Labels, help, checks (with any severity), what is
 * mandatory, lengths, conditions and formulas may change; types, units, codes, scales and kinds may not.
 */
final class OidReturns {

    /** Types of which a value of one is always a value of the other. */
    private static final Map<String, String> SAME_TYPE = Map.of(
            "string", "text",
            "float", "decimal",
            "double", "decimal",
            "incompleteDate", "partialDate");

    private final StudyDefinition now;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    /** Codes that have no words in a language of an older version; they are at fault unless another version knows theirs. */
    private final Map<String, Fault> unknown = new LinkedHashMap<>();

    private final Set<String> known = new HashSet<>();

    /**
     * @param root of the new file, for the lines
     * @param now what it plans
     */
    OidReturns(OdmElement root, StudyDefinition now) {
        this.now = now;
        index(root, "");
    }

    private void index(OdmElement element, String list) {
        String oid = element.find("OID").orElse(list);
        lines.putIfAbsent(place(element.name(), oid, element.get("CodedValue")), element.line());
        element.children().forEach(child -> index(child, oid));
    }

    /**
     * The faults, by line.
     *
     * @param released the newest first
     */
    List<Fault> against(List<StudyDefinition> released) {
        released.forEach(this::compare);
        unknown.keySet().removeAll(known);
        unknown.forEach(faults::putIfAbsent);
        return faults.values().stream()
                .sorted(Comparator.comparingInt(Fault::line))
                .toList();
    }

    private void compare(StudyDefinition before) {
        String version = before.versionOid();
        Map<String, OdmPart> oldLists = elements(before, "CodeList");
        Map<String, OdmPart> lists = elements(now, "CodeList");
        both(elements(before, "ItemDef"), elements(now, "ItemDef"), (oid, old, item) -> {
            Returned returned = new Returned("ItemDef", oid, version);
            kept(returned, "type", type(old), type(item));
            kept(returned, "unit", unitOf(old), unitOf(item));
            kept(returned, "scale", scale(old), scale(item));
            otherList(oid, version, listOf(old, oldLists), listOf(item, lists));
        });
        both(oldLists, lists, (oid, old, list) -> sameList(oid, version, old, list));
        both(
                elements(before, "cb:Unit"),
                elements(now, "cb:Unit"),
                (oid, old, unit) -> kept(new Returned("cb:Unit", oid, version), "unit", measure(old), measure(unit)));
        arms(before);
        both(
                events(before),
                events(now),
                (oid, old, event) -> kept(
                        new Returned("StudyEventDef", oid, version), "kind", kind(old.kind()), kind(event.kind())));
        both(
                before.forms(),
                now.forms(),
                (oid, old, form) -> kept(new Returned("ItemGroupDef", oid, version), "kind", kind(old), kind(form)));
    }

    /** An OID that a released version has too. */
    private record Returned(String element, String oid, String version) {}

    private interface Pair<T> {
        void meet(String oid, T before, T now);
    }

    private static <T> void both(Map<String, T> before, Map<String, T> now, Pair<T> pair) {
        now.forEach((oid, found) -> {
            T old = before.get(oid);
            if (old != null) {
                pair.meet(oid, old, found);
            }
        });
    }

    private void kept(Returned returned, String what, String was, String is) {
        if (!was.equals(is)) {
            String sentence =
                    "Its %s was %s in the released version %s and is %s here. Values of both would stand under one OID: give it a new OID, or keep its %s."
                            .formatted(what, was, returned.version(), is, what);
            int line = line(returned.element(), returned.oid(), null);
            fault(what, new Fault(returned.element(), returned.oid(), line, sentence));
        }
    }

    /** The same list is looked at as a list; an item that takes another list, through its codes. */
    private void otherList(String item, String version, OdmPart old, OdmPart found) {
        if (!Objects.equals(old.attributes().get("OID"), found.attributes().get("OID"))) {
            int line = line("ItemDef", item, null);
            CodeMeanings.turned(old, found)
                    .forEach((code, turn) ->
                            judge(code, turn, new Fault("ItemDef", item, line, turn.sentence(code, version))));
        }
    }

    private void sameList(String list, String version, OdmPart old, OdmPart found) {
        CodeMeanings.turned(old, found).forEach((code, turn) -> {
            int line = line("CodeListItem", list, code);
            judge(code, turn, new Fault("CodeListItem", list, line, turn.sentence(code, version)));
        });
    }

    private void judge(String code, CodeMeanings.Turn turn, Fault fault) {
        String place = fault.element() + " " + fault.oid() + " " + code;
        switch (turn.kind()) {
            case SAME -> known.add(place);
            case OTHER -> faults.putIfAbsent(place, fault);
            case UNKNOWN -> unknown.putIfAbsent(place, fault);
        }
    }

    /** An arm may get another name, but not that of another arm: participants would stand under the wrong one. */
    private void arms(StudyDefinition before) {
        Map<String, String> names = new LinkedHashMap<>();
        before.arms().forEach(arm -> names.put(CodeMeanings.words(arm.name().text()), arm.oid()));
        for (StudyDefinition.Arm arm : now.arms()) {
            String other = names.getOrDefault(CodeMeanings.words(arm.name().text()), arm.oid());
            boolean returns = before.arms().stream().anyMatch(old -> old.oid().equals(arm.oid()));
            if (returns && !other.equals(arm.oid())) {
                String sentence =
                        "Its name “%s” is that of the arm %s in the released version %s. Participants of both would stand under one OID: keep the names with their OIDs, or give the arm a new OID."
                                .formatted(arm.name().text(), other, before.versionOid());
                fault("name", new Fault("Arm", arm.oid(), line("Arm", arm.oid(), null), sentence));
            }
        }
    }

    /** The same at the same place is told once, of the newest version. */
    private void fault(String what, Fault fault) {
        faults.putIfAbsent(fault.element() + " " + fault.oid() + " " + what, fault);
    }

    private int line(String element, String oid, String code) {
        return lines.getOrDefault(place(element, oid, code), 0);
    }

    private static String place(String element, String oid, String code) {
        return element + " " + oid + (code == null ? "" : " " + code);
    }

    private static Map<String, OdmPart> elements(StudyDefinition study, String name) {
        Map<String, OdmPart> all = new LinkedHashMap<>();
        study.source().child("Study").child("MetaDataVersion").children().stream()
                .filter(child -> child.name().equals(name))
                .forEach(child -> all.put(child.attributes().get("OID"), child));
        return all;
    }

    private static Map<String, EventDefinition> events(StudyDefinition study) {
        Map<String, EventDefinition> events = new LinkedHashMap<>();
        study.events().forEach(event -> events.put(event.oid(), event));
        return events;
    }

    private static OdmPart listOf(OdmPart item, Map<String, OdmPart> lists) {
        return lists.getOrDefault(item.child("CodeListRef").attributes().get("CodeListOID"), OdmPart.NONE);
    }

    private static String type(OdmPart item) {
        boolean several = "Yes".equals(item.attributes().get("cb:MultiSelect"));
        String type = item.attributes().getOrDefault("DataType", "");
        String rows = item.attributes().get("cb:LinksTo");
        if (rows != null) {
            return several ? "any number of rows of " + rows : "one row of " + rows;
        }
        String plain = SAME_TYPE.getOrDefault(type, type);
        if (item.child("CodeListRef").isNone()) {
            return plain;
        }
        return several ? "any number of codes" : "one code of a list";
    }

    private static String unitOf(OdmPart item) {
        return item.attributes().getOrDefault("cb:UnitOID", "none");
    }

    private static String scale(OdmPart item) {
        OdmPart scale = item.child("cb:Scale");
        return scale.isNone() ? "none" : number(scale, "Low", "0") + " to " + number(scale, "High", "0");
    }

    private static String measure(OdmPart unit) {
        String own = unit.attributes().get("OID");
        String standard = unit.attributes().getOrDefault("Standard", own);
        List<String> parts = new ArrayList<>();
        // mm and Mm are two units
        parts.add(unit.attributes().getOrDefault("Symbol", "").strip());
        if (!standard.equals(own)) {
            parts.add("× " + number(unit, "Factor", "1") + " + " + number(unit, "Offset", "0") + " = " + standard);
        }
        return "“" + String.join(" ", parts) + "”";
    }

    private static String number(OdmPart part, String attribute, String otherwise) {
        String text = part.attributes().getOrDefault(attribute, otherwise);
        try {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException none) {
            return text;
        }
    }

    private static String kind(EventDefinition.Kind kind) {
        return switch (kind) {
            case SCHEDULED -> "a planned visit";
            case UNSCHEDULED -> "a visit as needed";
            case LOG -> "a log open all through the study";
        };
    }

    private static String kind(FormDefinition form) {
        return form.log() ? "a form with rows" : "a form filled once";
    }
}
