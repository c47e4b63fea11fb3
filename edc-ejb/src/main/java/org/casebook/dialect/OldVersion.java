package org.casebook.dialect;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebook.odm.OdmElement;

/** One MetaDataVersion of ODM 1.3 with its definitions by OID, and where each is used; all worked out once. */
final class OldVersion {

    private static final String CONDITION = "CollectionExceptionConditionOID";

    private final OdmElement element;
    private final Map<String, Map<String, OdmElement>> byKind = new HashMap<>();
    private final Map<String, OdmElement> units = new HashMap<>();
    private final Map<String, Set<OdmElement>> groupsWithItem = new HashMap<>();
    private final Map<OdmElement, Set<OdmElement>> formsWithGroup = new HashMap<>();
    private final Map<String, Set<OdmElement>> eventsWithForm = new HashMap<>();
    private final Map<String, Set<OdmElement>> groupsUsing = new HashMap<>();
    private final Map<String, Set<OdmElement>> refsUsing = new HashMap<>();
    private final Set<String> conditionsAbove = new HashSet<>();

    OldVersion(OdmElement study, OdmElement version) {
        this.element = version;
        version.children()
                .forEach(child -> byKind.computeIfAbsent(child.name(), kind -> new HashMap<>())
                        .putIfAbsent(child.oid(), child));
        units(study).forEach(unit -> units.putIfAbsent(unit.oid(), unit));
        all("ItemGroupDef")
                .forEach(group -> group.children("ItemRef").forEach(ref -> {
                    note(groupsWithItem, ref.get("ItemOID"), group);
                    note(groupsUsing, CONDITION + ref.get(CONDITION), group);
                    note(groupsUsing, "MethodOID" + ref.get("MethodOID"), group);
                    note(refsUsing, ref.get("MethodOID"), ref);
                }));
        all("FormDef")
                .forEach(form -> form.children("ItemGroupRef").forEach(ref -> {
                    find("ItemGroupDef", ref.get("ItemGroupOID")).ifPresent(group -> note(formsWithGroup, group, form));
                    conditionsAbove.add(ref.get(CONDITION));
                }));
        all("StudyEventDef")
                .forEach(event -> event.children("FormRef").forEach(ref -> {
                    note(eventsWithForm, ref.get("FormOID"), event);
                    conditionsAbove.add(ref.get(CONDITION));
                }));
        all("Protocol")
                .forEach(protocol -> protocol.children().forEach(ref -> conditionsAbove.add(ref.get(CONDITION))));
    }

    private static <K> void note(Map<K, Set<OdmElement>> uses, K what, OdmElement where) {
        uses.computeIfAbsent(what, first -> new LinkedHashSet<>()).add(where);
    }

    static List<OdmElement> units(OdmElement study) {
        return study.child("BasicDefinitions")
                .map(definitions -> definitions.children("MeasurementUnit"))
                .orElse(List.of());
    }

    OdmElement element() {
        return element;
    }

    List<OdmElement> all(String kind) {
        return element.children(kind);
    }

    Optional<OdmElement> find(String kind, String oid) {
        return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(oid));
    }

    Optional<OdmElement> unit(String oid) {
        return Optional.ofNullable(units.get(oid));
    }

    /** References with an OID, by OrderNumber; those without one keep their place at the end. */
    static List<OdmElement> refs(OdmElement parent, String kind) {
        return parent.children(kind).stream()
                .filter(ref -> !ref.oid().isBlank())
                .sorted(Comparator.comparingInt(OldVersion::order))
                .toList();
    }

    private static int order(OdmElement ref) {
        return ref.find("OrderNumber")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(Integer.MAX_VALUE);
    }

    boolean holds(OdmElement group, String itemOid) {
        return groupsWithItem.getOrDefault(itemOid, Set.of()).contains(group);
    }

    /** Whether an item stands on any form. */
    boolean isUsed(String itemOid) {
        return groupsWithItem.getOrDefault(itemOid, Set.of()).stream().anyMatch(formsWithGroup::containsKey);
    }

    /** The forms on which this item stands, in a group that does not repeat there. */
    Set<OdmElement> formsWithItem(String itemOid) {
        return forms(groupsWithItem.getOrDefault(itemOid, Set.of()).stream()
                .filter(group -> !group.isYes("Repeating"))
                .toList());
    }

    /** The events at which a form is filled. */
    Set<OdmElement> eventsWith(OdmElement form) {
        return eventsWithForm.getOrDefault(form.oid(), Set.of());
    }

    /** The forms on whose items this condition or method is used. */
    Set<OdmElement> formsUsing(String attribute, String oid) {
        return forms(groupsUsing.getOrDefault(attribute + oid, Set.of()));
    }

    /** The references to items that this method computes. */
    Set<OdmElement> refsUsing(String methodOid) {
        return refsUsing.getOrDefault(methodOid, Set.of());
    }

    private Set<OdmElement> forms(Collection<OdmElement> groups) {
        Set<OdmElement> forms = new LinkedHashSet<>();
        groups.forEach(group -> forms.addAll(formsWithGroup.getOrDefault(group, Set.of())));
        return forms;
    }

    /** Whether this condition decides about whole groups, forms or events. */
    boolean isUsedAbove(String conditionOid) {
        return conditionsAbove.contains(conditionOid);
    }
}
