package org.casebook.definition;

import java.util.List;

/**
 * A part of a form under one heading (ODM {@code ItemGroupDef} of type Section).
 *
 * @param oid null for the items that stand outside any section
 * @param title empty when the items stand without heading
 */
public record SectionDefinition(String oid, TranslatedText title, TranslatedText help, List<ItemDefinition> items) {

    public SectionDefinition {
        items = List.copyOf(items);
    }
}
