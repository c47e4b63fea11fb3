package org.casebook.definition;

import java.util.List;

/**
 * A part of a form under one heading (ODM {@code ItemGroupDef} of type Section). Sections that lie in others follow them; what
 * comes after them in the outer one is a section with the same OID and heading again.
 *
 * @param oid null for the items that stand outside any section
 * @param title empty when the items stand without heading
 * @param items may be empty, when only sections lie in it
 * @param parentOid OID of the section in which it lies; null when it lies in none
 */
public record SectionDefinition(
        String oid, TranslatedText title, TranslatedText help, List<ItemDefinition> items, String parentOid) {

    public SectionDefinition {
        items = List.copyOf(items);
    }

    /** A section that lies in no other. */
    public SectionDefinition(String oid, TranslatedText title, TranslatedText help, List<ItemDefinition> items) {
        this(oid, title, help, items, null);
    }

    SectionDefinition with(List<ItemDefinition> others) {
        return new SectionDefinition(oid, title, help, others, parentOid);
    }
}
