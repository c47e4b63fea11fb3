package org.casebook.dialect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casebook.odm.OdmElement;

/** One MetaDataVersion of ODM 1.3 with its definitions by OID, and where each is used. */
final class OldVersion {

    private final OdmElement element;
    private final Map<String, Map<String, OdmElement>> byKind = new HashMap<>();
    private final Map<String, OdmElement> units = new HashMap<>();

    OldVersion(OdmElement study, OdmElement version) {
        this.element = version;
        version.children()
                .forEach(child -> byKind.computeIfAbsent(child.name(), kind -> new HashMap<>())
                        .putIfAbsent(child.oid(), child));
        units(study).forEach(unit -> units.putIfAbsent(unit.oid(), unit));
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

    /** The groups on a form that exist, in order. */
    List<OdmElement> groups(OdmElement form) {
        return refs(form, "ItemGroupRef").stream()
                .flatMap(ref -> find("ItemGroupDef", ref.get("ItemGroupOID")).stream())
                .toList();
    }

    boolean holds(OdmElement group, String itemOid) {
        return refs(group, "ItemRef").stream().anyMatch(ref -> itemOid.equals(ref.get("ItemOID")));
    }

    /** Whether an item stands on any form. */
    boolean isUsed(String itemOid) {
        return all("FormDef").stream().flatMap(form -> groups(form).stream()).anyMatch(group -> holds(group, itemOid));
    }

    /** Whether an item stands on a form, in a group that does not repeat there. */
    boolean isOnForm(OdmElement form, String itemOid) {
        return groups(form).stream().anyMatch(group -> !group.isYes("Repeating") && holds(group, itemOid));
    }

    /** The forms on which this group stands. */
    List<OdmElement> formsWith(OdmElement group) {
        return all("FormDef").stream()
                .filter(form -> groups(form).contains(group))
                .toList();
    }

    /** The events at which a form is filled. */
    List<OdmElement> eventsWith(OdmElement form) {
        return all("StudyEventDef").stream()
                .filter(event -> refs(event, "FormRef").stream()
                        .anyMatch(ref -> form.oid().equals(ref.get("FormOID"))))
                .toList();
    }

    /** The forms on whose items this condition or method is used. */
    Set<OdmElement> formsUsing(String attribute, String oid) {
        Set<OdmElement> forms = new LinkedHashSet<>();
        for (OdmElement group : all("ItemGroupDef")) {
            if (group.children("ItemRef").stream().anyMatch(ref -> oid.equals(ref.get(attribute)))) {
                forms.addAll(formsWith(group));
            }
        }
        return forms;
    }

    /** Whether this condition decides about whole groups, forms or events. */
    boolean isUsedAbove(String conditionOid) {
        return Stream.of("StudyEventDef", "FormDef", "Protocol")
                .flatMap(kind -> all(kind).stream())
                .flatMap(parent -> parent.children().stream())
                .anyMatch(ref -> conditionOid.equals(ref.get("CollectionExceptionConditionOID")));
    }
}
