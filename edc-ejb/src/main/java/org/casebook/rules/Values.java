package org.casebook.rules;

import java.util.List;
import java.util.Map;

/**
 * The values that an expression is evaluated on.
 *
 * @param single single values by name; what has no value has no key
 * @param rows rows of lists by the list's name, each row its values by item; a list without a key has no rows
 */
public record Values(Map<String, TypedValue> single, Map<String, List<Map<String, TypedValue>>> rows) {

    public static final Values NONE = of(Map.of());

    public static Values of(Map<String, TypedValue> single) {
        return new Values(single, Map.of());
    }

    /** The same rows beside other single values. */
    Values with(Map<String, TypedValue> other) {
        return new Values(other, rows);
    }
}
