package org.casebook.rules;

import java.util.Map;
import java.util.Optional;

/** What the names in an expression mean: the types of single values, and the items of the rows of lists. */
public interface Names {

    /** The type of the value that goes by this name, dots included; empty when there is no such value. */
    Optional<DataType> type(String name);

    /**
     * The items of each row of the list that goes by this name, with their types; empty when there is no such list. Of a list
     * {@code rows.AE} with an item {@code TERM}, {@code rows.AE.TERM} are the values of that item in all rows that have one.
     */
    default Map<String, DataType> row(String list) {
        return Map.of();
    }

    /** A sentence on why this name means nothing here and what to write instead; empty when there is nothing to say. */
    default Optional<String> hint(String name) {
        return Optional.empty();
    }

    /** Single values only. */
    static Names of(Map<String, DataType> types) {
        return name -> Optional.ofNullable(types.get(name));
    }
}
