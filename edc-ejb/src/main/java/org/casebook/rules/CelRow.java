package org.casebook.rules;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One row of a list as the expression language sees it: an item without value is unknown, and can be asked whether it is missing. */
final class CelRow extends AbstractMap<String, Object> {

    private final Map<String, TypedValue> values;
    private final boolean asksForMissing;

    private CelRow(Map<String, TypedValue> values, boolean asksForMissing) {
        this.values = values;
        this.asksForMissing = asksForMissing;
    }

    static List<CelRow> rows(List<Map<String, TypedValue>> rows) {
        return rows.stream().map(row -> new CelRow(row, false)).toList();
    }

    /** The values of one item in all rows that have one. */
    static List<Object> column(List<Map<String, TypedValue>> rows, String item) {
        return rows.stream()
                .map(row -> row.get(item))
                .filter(Objects::nonNull)
                .map(CelLanguage::celValue)
                .toList();
    }

    Map<String, TypedValue> typed() {
        return values;
    }

    @Override
    public Object get(Object item) {
        if (asksForMissing) {
            return !values.containsKey(item);
        }
        if (CelLanguage.MISSING.equals(item)) {
            return new CelRow(values, true);
        }
        TypedValue value = values.get(item);
        // to the language nothing is unknown
        return value == null ? null : CelLanguage.celValue(value);
    }

    @Override
    public boolean containsKey(Object item) {
        return true;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return Collections.emptySet();
    }
}
