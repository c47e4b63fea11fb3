package org.casebook.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmIndex;

/** Reads forms: ItemGroupDefs of type Form with their sections and items. */
final class FormReader {

    private final OdmIndex index;
    private final Faults faults;
    private final ItemReader items;

    FormReader(OdmIndex index, Faults faults, ItemReader items) {
        this.index = index;
        this.faults = faults;
        this.items = items;
    }

    Map<String, FormDefinition> read(OdmElement version) {
        Map<String, FormDefinition> forms = new LinkedHashMap<>();
        for (OdmElement group : version.children("ItemGroupDef")) {
            switch (String.valueOf(group.get("Type"))) {
                case "Form" -> forms.put(group.get("OID"), form(group));
                case "Section" -> refuseNesting(group);
                default -> faults.add(group, "The Type %s is not understood. Use Form or Section.", group.get("Type"));
            }
        }
        return forms;
    }

    private void refuseNesting(OdmElement section) {
        section.children("ItemGroupRef")
                .forEach(ref ->
                        faults.add(ref, "A section holds items only; it cannot hold %s.", ref.get("ItemGroupOID")));
        if (section.children("ItemRef").isEmpty()) {
            faults.add(section, "The section is empty.");
        }
    }

    private FormDefinition form(OdmElement group) {
        List<SectionDefinition> sections = new ArrayList<>();
        List<ItemDefinition> loose = new ArrayList<>();
        for (OdmElement ref : inOrder(group)) {
            if (ref.name().equals("ItemRef")) {
                items.read(ref).ifPresent(loose::add);
            } else {
                flush(loose, sections);
                section(ref).ifPresent(sections::add);
            }
        }
        flush(loose, sections);
        refuseRepeats(group, sections);
        return new FormDefinition(
                group.get("OID"),
                new TranslatedText(group.title()),
                new TranslatedText(group.collect("cb:Help")),
                !"No".equals(group.get("Repeating")),
                purpose(group),
                group.isOwnYes("Signed"),
                sections);
    }

    private static List<OdmElement> inOrder(OdmElement group) {
        return group.children().stream()
                .filter(child -> child.name().equals("ItemRef") || child.name().equals("ItemGroupRef"))
                .sorted(Comparator.comparingInt(FormReader::order))
                .toList();
    }

    /** OrderNumber; elements without one keep their place at the end. */
    static int order(OdmElement ref) {
        return ref.find("OrderNumber")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(Integer.MAX_VALUE);
    }

    private static void flush(List<ItemDefinition> loose, List<SectionDefinition> sections) {
        if (!loose.isEmpty()) {
            sections.add(new SectionDefinition(null, TranslatedText.NONE, TranslatedText.NONE, loose));
            loose.clear();
        }
    }

    private java.util.Optional<SectionDefinition> section(OdmElement ref) {
        if (ref.find("CollectionExceptionConditionOID").isPresent()) {
            faults.add(ref, "A condition on a whole section is not supported; set it on each item.");
        }
        return index.follow(ref, "ItemGroupDef", ref.get("ItemGroupOID")).map(group -> {
            if (!"Section".equals(group.get("Type"))) {
                faults.add(ref, "%s is no Section; a form holds sections and items.", ref.get("ItemGroupOID"));
            }
            return new SectionDefinition(
                    group.get("OID"),
                    new TranslatedText(group.title()),
                    new TranslatedText(group.collect("cb:Help")),
                    inOrder(group).stream()
                            .flatMap(item -> items.read(item).stream())
                            .toList());
        });
    }

    private void refuseRepeats(OdmElement group, List<SectionDefinition> sections) {
        Set<String> seen = new HashSet<>();
        sections.stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> !seen.add(item.oid()))
                .forEach(item -> faults.add(group, "The item %s stands on this form twice.", item.oid()));
        if (seen.isEmpty()) {
            faults.add(group, "The form has no items.");
        }
    }

    private static FormDefinition.Purpose purpose(OdmElement group) {
        try {
            return group.findOwn("Purpose")
                    .map(name -> FormDefinition.Purpose.valueOf(ItemReader.constant(name)))
                    .orElse(FormDefinition.Purpose.DATA);
        } catch (IllegalArgumentException unknown) {
            // our schema has noted it already, with the purposes that there are
            return FormDefinition.Purpose.DATA;
        }
    }
}
