package org.casebook.allotment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a list from elsewhere must fit: the arms, sites and strata of the study, and how the file writes them.
 *
 * @param arms OID of an arm by what the file writes for it (OID, name or code)
 * @param sites numbers of the study's sites; empty where sites are no strata
 * @param strata what else splits the lists, in the study's order
 */
public record ListShape(Map<String, String> arms, Set<String> sites, List<Column> strata) {

    public ListShape {
        arms = Map.copyOf(arms);
        sites = Set.copyOf(sites);
        strata = List.copyOf(strata);
    }

    /**
     * A choice item that splits the lists.
     *
     * @param name of the item in records of randomisation, {@code FORM/ITEM}
     * @param headings column headings under which the file may give its codes; compared without regard to case
     * @param codes the permitted codes
     */
    public record Column(String name, Set<String> headings, Set<String> codes) {

        public Column {
            headings = Set.copyOf(headings);
            codes = Set.copyOf(codes);
        }
    }

    /** The arm that the file means; upper and lower case are the same. */
    Optional<String> arm(String written) {
        return arms.entrySet().stream()
                .filter(arm -> arm.getKey().equalsIgnoreCase(written))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
