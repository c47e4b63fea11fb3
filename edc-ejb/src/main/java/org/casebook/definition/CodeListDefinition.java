package org.casebook.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The permitted answers of a choice (ODM {@code CodeList}).
 *
 * @param items the answers in the order shown; at least one
 */
public record CodeListDefinition(String oid, TranslatedText name, List<CodeListItem> items) {

    public CodeListDefinition {
        items = List.copyOf(items);
    }

    /**
     * One answer.
     *
     * @param code what is stored and exported; holds no comma
     * @param decode what is shown
     * @param order place in the list, starting at 1
     * @param rank what it counts among ordered answers; null when the list gives none
     */
    public record CodeListItem(String code, TranslatedText decode, int order, BigDecimal rank) {

        /** An answer without rank. */
        public CodeListItem(String code, TranslatedText decode, int order) {
            this(code, decode, order, null);
        }
    }

    public Optional<CodeListItem> find(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }
}
