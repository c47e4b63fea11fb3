package org.casebook.capture;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.study.FormDefinition;
import org.casebook.study.ItemDefinition;

/**
 * The content of one case form, by item OID. Immutable: a change makes another document, since a change inside one
 * would be missed when it is stored.
 *
 * @param items what is held about each item that was ever touched
 */
record FormDocument(Map<String, ItemState> items) {

    static final FormDocument EMPTY = new FormDocument(Map.of());

    FormDocument {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    ItemState item(String oid) {
        return items.getOrDefault(oid, ItemState.EMPTY);
    }

    /** The same document with another state of this item. */
    FormDocument with(String oid, ItemState state) {
        Map<String, ItemState> changed = new LinkedHashMap<>(items);
        changed.put(oid, state);
        return new FormDocument(changed);
    }

    /** The mandatory items that are shown and have neither a text nor a reason for its absence, in the form's order. */
    List<ItemDefinition> missing(FormDefinition definition) {
        return definition.items().stream()
                .filter(item -> item.mandatory() && !item.isDerived())
                .filter(item -> !item(item.oid()).hidden() && item(item.oid()).isUnanswered())
                .toList();
    }

    /** Whether nobody typed anything or gave a reason for a blank. */
    boolean isEmpty() {
        return items.values().stream().allMatch(ItemState::isUnanswered);
    }
}
