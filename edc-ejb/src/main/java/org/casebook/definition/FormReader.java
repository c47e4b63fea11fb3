package org.casebook.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmIndex;
import org.casebook.odm.Remark;
import org.casebook.odm.Remarks;

/**
 * Reads forms: ItemGroupDefs of type Form with their sections and items. A group that repeats inside a form becomes a form of
 * its own, whose rows stand beside it; so does a section that an event asks for.
 */
final class FormReader {

    private static final Set<String> TYPES = Set.of("Form", "Section", "Dataset", "Concept");

    private final OdmIndex index;
    private final Faults faults;
    private final Remarks remarks;
    private final ItemReader items;
    private final Map<String, FormDefinition> forms = new LinkedHashMap<>();
    private final Map<String, List<OdmElement>> rowsWithin = new LinkedHashMap<>();
    private final Set<String> placed = new HashSet<>();
    private final AtomicInteger itemsOfStudy = new AtomicInteger();

    FormReader(OdmIndex index, Faults faults, Remarks remarks, ItemReader items) {
        this.index = index;
        this.faults = faults;
        this.remarks = remarks;
        this.items = items;
    }

    Map<String, FormDefinition> read(OdmElement version) {
        Set<String> asked = version.children("StudyEventDef").stream()
                .flatMap(event -> event.children("ItemGroupRef").stream())
                .map(ref -> ref.get("ItemGroupOID"))
                .collect(Collectors.toSet());
        List<OdmElement> groups = version.children("ItemGroupDef");
        groups.stream()
                .filter(group -> isForm(group) || asked.contains(group.get("OID")))
                .forEach(group -> form(group, null));
        groups.forEach(this::remarkOnPlace);
        return forms;
    }

    /** References, inside a form, to the groups that repeat there and are forms of their own; in the form's order. */
    List<OdmElement> rowsWithin(String formOid) {
        return rowsWithin.getOrDefault(formOid, List.of());
    }

    /** The OID of the condition of a reference, if it runs. */
    String running(OdmElement ref) {
        return items.running("ConditionDef", ref.get("CollectionExceptionConditionOID"))
                .orElse(null);
    }

    private static boolean isForm(OdmElement group) {
        return "Form".equals(group.get("Type"));
    }

    static boolean repeats(OdmElement group) {
        return !"No".equals(group.get("Repeating"));
    }

    private void remarkOnPlace(OdmElement group) {
        String oid = group.get("OID");
        if (!TYPES.contains(group.get("Type"))) {
            faults.add(group, "The Type %s is not one of ODM 2.0. Use Form or Section.", group.get("Type"));
        } else if (!forms.containsKey(oid) && !placed.contains(oid)) {
            remarks.add(Remark.Kind.KEPT, group, "It stands on no form; it is kept, and nobody can fill it.");
        } else if (forms.containsKey(oid) && !isForm(group) && forms.get(oid).partOf() == null) {
            remarks.add(Remark.Kind.REPAIRED, group, "A visit asks for it, so that it is a form of its own there.");
        }
        if (repeats(group) && !"Simple".equals(group.get("Repeating"))) {
            remarks.add(
                    Remark.Kind.KEPT,
                    group,
                    "It repeats by “%s”; rows are added by hand, and none is made beforehand.",
                    group.get("Repeating"));
        }
    }

    private void form(OdmElement group, String partOf) {
        String oid = group.get("OID");
        if (forms.containsKey(oid)) {
            return;
        }
        FormContents contents = new FormContents(index, faults, remarks, items, itemsOfStudy);
        contents.read(group);
        placed.addAll(contents.placed());
        rowsWithin.put(oid, contents.repeating());
        refuseRepeats(group, contents);
        forms.put(
                oid,
                new FormDefinition(
                        oid,
                        new TranslatedText(group.title()),
                        new TranslatedText(group.collect("cb:Help")),
                        repeats(group),
                        purpose(group),
                        group.isOwnYes("Signed"),
                        contents.sections(),
                        partOf));
        for (OdmElement ref : contents.repeating()) {
            index.find("ItemGroupDef", ref.get("ItemGroupOID")).ifPresent(rows -> form(rows, oid));
            remarkOnRows(group, ref);
        }
    }

    private void remarkOnRows(OdmElement form, OdmElement ref) {
        String rows = ref.get("ItemGroupOID");
        List<String> lost = new ArrayList<>();
        if (repeats(form)) {
            lost.add("its rows are not tied to a row of " + form.get("OID"));
        }
        if (ref.find("CollectionExceptionConditionOID").isPresent()) {
            lost.add("its condition is kept and does not run, so that rows can always be added");
        }
        remarks.add(
                Remark.Kind.REPAIRED,
                ref,
                "%s repeats inside %s; it is a form of its own with rows, beside it%s.",
                rows,
                form.get("OID"),
                lost.isEmpty() ? "" : ": " + String.join(", and ", lost));
    }

    /** OrderNumber; elements without one keep their place at the end. */
    static int order(OdmElement ref) {
        return ref.find("OrderNumber")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(Integer.MAX_VALUE);
    }

    private void refuseRepeats(OdmElement group, FormContents contents) {
        Set<String> seen = new HashSet<>();
        contents.sections().stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> !seen.add(item.oid()))
                .forEach(item -> faults.add(group, "The item %s stands on this form twice.", item.oid()));
        if (seen.isEmpty() && contents.repeating().isEmpty()) {
            faults.add(group, "The form has no items.");
        }
    }

    private static FormDefinition.Purpose purpose(OdmElement group) {
        try {
            return group.findOwn("Purpose")
                    .map(name -> FormDefinition.Purpose.valueOf(constant(name)))
                    .orElse(FormDefinition.Purpose.DATA);
        } catch (IllegalArgumentException unknown) {
            // our schema has noted it already, with the purposes that there are
            return FormDefinition.Purpose.DATA;
        }
    }

    /** {@code EndOfStudy} becomes {@code END_OF_STUDY}. */
    static String constant(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
