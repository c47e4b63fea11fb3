package org.casebook.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmIndex;
import org.casebook.odm.Remark;
import org.casebook.odm.Remarks;

/**
 * What stands on one form, in the order of reading: sections with their items, one after the other, however deep groups lie in
 * each other; and the groups that repeat, which are forms of their own.
 */
final class FormContents {

    /** Sections that many forms share make few lines into many items; a study has some thousands. */
    private static final int MOST_ITEMS_OF_A_STUDY = 200_000;

    private final OdmIndex index;
    private final Faults faults;
    private final Remarks remarks;
    private final ItemReader items;
    private final AtomicInteger itemsOfStudy;
    private final List<SectionDefinition> sections = new ArrayList<>();
    private final List<OdmElement> repeating = new ArrayList<>();
    private final Set<String> placed = new LinkedHashSet<>();
    private final Set<String> open = new HashSet<>();

    /**
     * @param itemsOfStudy how many items stand on all forms so far
     */
    FormContents(OdmIndex index, Faults faults, Remarks remarks, ItemReader items, AtomicInteger itemsOfStudy) {
        this.index = index;
        this.faults = faults;
        this.remarks = remarks;
        this.items = items;
        this.itemsOfStudy = itemsOfStudy;
    }

    List<SectionDefinition> sections() {
        return sections;
    }

    /** References to the groups that repeat. */
    List<OdmElement> repeating() {
        return repeating;
    }

    /** OIDs of all groups met. */
    Set<String> placed() {
        return placed;
    }

    void read(OdmElement form) {
        read(form, new SectionDefinition(null, TranslatedText.NONE, TranslatedText.NONE, List.of()), List.of());
    }

    /**
     * @param heading the section without its items
     * @param conditions OIDs of the conditions under which all of it is not collected
     */
    private void read(OdmElement group, SectionDefinition heading, List<String> conditions) {
        open.add(group.get("OID"));
        List<ItemDefinition> together = new ArrayList<>();
        boolean headed = heading.oid() == null;
        for (OdmElement ref : inOrder(group)) {
            if (ref.name().equals("ItemRef")) {
                if (hasRoom(ref)) {
                    items.read(ref, conditions).ifPresent(together::add);
                }
                continue;
            }
            if (!together.isEmpty() || !headed) {
                sections.add(heading.with(together));
                together.clear();
                headed = true;
            }
            group(ref, heading, conditions);
        }
        if (!together.isEmpty()) {
            sections.add(heading.with(together));
        }
        open.remove(group.get("OID"));
    }

    private boolean hasRoom(OdmElement ref) {
        int number = itemsOfStudy.incrementAndGet();
        if (number == MOST_ITEMS_OF_A_STUDY) {
            faults.add(ref, "More than %d items stand on the forms of this study together.", number);
        }
        return number < MOST_ITEMS_OF_A_STUDY;
    }

    private static List<OdmElement> inOrder(OdmElement group) {
        return group.children().stream()
                .filter(child -> child.name().equals("ItemRef") || child.name().equals("ItemGroupRef"))
                .sorted(Comparator.comparingInt(FormReader::order))
                .toList();
    }

    private void group(OdmElement ref, SectionDefinition around, List<String> conditions) {
        String oid = ref.get("ItemGroupOID");
        Optional<OdmElement> found = index.follow(ref, "ItemGroupDef", oid);
        if (found.isEmpty()) {
            return;
        }
        OdmElement group = found.get();
        boolean again = !placed.add(oid);
        if (open.contains(oid)) {
            faults.add(ref, "%s lies within itself.", oid);
        } else if (again) {
            // followed again, its sections would be read twice, theirs four times, and so on
            faults.add(ref, "%s stands on this form already.", oid);
        } else if (FormReader.repeats(group)) {
            repeating.add(ref);
        } else if (inOrder(group).isEmpty()) {
            faults.add(group, "The section is empty.");
        } else {
            if ("Form".equals(group.get("Type"))) {
                remarks.add(Remark.Kind.REPAIRED, ref, "The form %s lies in another form; it is a section there.", oid);
            }
            read(group, heading(group, around), conditions(ref, conditions));
        }
    }

    private List<String> conditions(OdmElement ref, List<String> around) {
        List<String> conditions = new ArrayList<>(around);
        items.running("ConditionDef", ref.get("CollectionExceptionConditionOID"))
                .ifPresent(conditions::add);
        return conditions;
    }

    private static SectionDefinition heading(OdmElement group, SectionDefinition around) {
        return new SectionDefinition(
                group.get("OID"),
                new TranslatedText(group.title()),
                new TranslatedText(group.collect("cb:Help")),
                List.of(),
                around.oid());
    }
}
