package org.casebook.instrument;

import java.util.Map;

/**
 * One instrument that is to be taken into a study.
 *
 * @param formOid OID of its form in the library
 * @param least how many items must be answered, by the item of the score, where the study says otherwise than the file; may be
 *     empty
 */
public record Wish(String formOid, Map<String, Integer> least) {

    public Wish {
        least = least == null ? Map.of() : Map.copyOf(least);
    }
}
