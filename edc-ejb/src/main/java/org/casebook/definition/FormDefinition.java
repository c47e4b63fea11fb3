package org.casebook.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.kernel.NotFound;
import org.casebook.rules.ExpressionName;

/**
 * A case report form (ODM {@code ItemGroupDef} of type Form).
 *
 * @param help what to keep in mind when filling it; may be empty
 * @param log whether it collects any number of rows, each a document of its own (adverse events, medication, history)
 * @param purpose what the rest of the system does with it
 * @param signed whether the investigator's signature is required before lock
 * @param sections the sections in order; items outside any section stand in one without a title; none when only rows stand
 *     within it
 * @param partOf OID of the form inside which its rows repeat in the file; null when it is a form of its own there too
 */
public record FormDefinition(
        String oid,
        TranslatedText name,
        TranslatedText help,
        boolean log,
        Purpose purpose,
        boolean signed,
        List<SectionDefinition> sections,
        String partOf) {

    public FormDefinition {
        sections = List.copyOf(sections);
    }

    /** What the rest of the system does with a form beyond collecting it. */
    public enum Purpose {
        DATA,
        /** Informed consent. */
        CONSENT,
        /** Eligibility: its criteria decide, and its signature opens randomisation. */
        ELIGIBILITY,
        /** Record of the study treatment given. */
        TREATMENT,
        ADVERSE_EVENTS,
        /** Ends the participation; without it a participant cannot be locked. */
        END_OF_STUDY
    }

    /** All items, in the order of the form. */
    public List<ItemDefinition> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }

    public Optional<ItemDefinition> findItem(String itemOid) {
        for (SectionDefinition section : sections) {
            for (ItemDefinition item : section.items()) {
                if (item.oid().equals(itemOid)) {
                    return Optional.of(item);
                }
            }
        }
        return Optional.empty();
    }

    /** The item with this OID; refused as not found when the form has none. */
    public ItemDefinition item(String itemOid) {
        return findItem(itemOid).orElseThrow(() -> new NotFound("item of form " + oid, itemOid, null));
    }

    /**
     * The names whose needs are looked up after a change of one item: its own, and those of laboratory values, which are held
     * against their ranges each time and must find all that the range is chosen by.
     */
    public Set<String> judgedWith(ItemDefinition changed) {
        return items().stream()
                .filter(item -> item.laboratory() != null || item.oid().equals(changed.oid()))
                .map(ItemDefinition::nameInExpressions)
                .collect(Collectors.toSet());
    }

    /**
     * The laboratory value of this form that an item belongs to: since it holds a part of its judgement, or is asked or not by
     * the flag of it alone.
     *
     * @param condition expression of the item's condition; null when it has none
     * @return OID of the value; null when the item belongs to none
     */
    public String valueOf(ItemDefinition item, String condition) {
        if (item.finding() != null) {
            return item.finding().of();
        }
        if (condition == null) {
            return null;
        }
        List<String> values = items().stream()
                .filter(flag -> flag.finding() != null
                        && flag.finding().part() == ItemDefinition.Finding.Part.FLAG
                        && ExpressionName.isIn(flag.nameInExpressions(), condition))
                .map(flag -> flag.finding().of())
                .distinct()
                .toList();
        return values.size() == 1 ? values.get(0) : null;
    }
}
