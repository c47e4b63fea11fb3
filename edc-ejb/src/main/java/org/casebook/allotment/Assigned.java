package org.casebook.allotment;

import java.util.Map;

/**
 * Somebody who has an arm.
 *
 * @param levels level of each factor, by the factor's name
 * @param arm OID of the arm
 */
public record Assigned(Map<String, String> levels, String arm) {

    public Assigned {
        levels = Map.copyOf(levels);
    }
}
