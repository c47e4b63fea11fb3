package org.casebook.linking;

import java.util.List;
import java.util.Map;

/**
 * The links of one form.
 *
 * @param offered by item OID, the rows that a value of the item can lead to; deleted ones only where a value leads to them
 * @param from what leads to this row; empty for a form without rows
 */
public record FormLinks(Map<String, List<LinkedRow>> offered, List<LinkedRow> from) {

    static final FormLinks NONE = new FormLinks(Map.of(), List.of());

    public FormLinks {
        offered = Map.copyOf(offered);
        from = List.copyOf(from);
    }

    /** The rows to which this item can lead; empty for items of other types. */
    public List<LinkedRow> of(String item) {
        return offered.getOrDefault(item, List.of());
    }
}
