package org.casebook.allotment;

import java.util.Map;

/**
 * One row of a list from elsewhere.
 *
 * @param number randomisation number; empty when the file gives none
 * @param site empty where sites are no strata
 * @param codes code of each stratum item, by its name
 * @param arm OID of the arm
 * @param block what the file calls the block; empty when it does not say
 */
public record ListedSlot(String number, String site, Map<String, String> codes, String arm, String block) {

    public ListedSlot {
        codes = Map.copyOf(codes);
    }
}
