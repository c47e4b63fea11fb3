package org.casebook.kernel;

import java.util.Optional;

/**
 * A role given to a person at a place, read from a Keycloak group path.
 *
 * @param study key of the study; null for a grant in the system as a whole
 * @param site number of the site; null for every site of the study
 */
public record Grant(String study, String site, Role role) {

    /** Stands for every site of a study in group paths; no site may have this number. */
    public static final String ALL_SITES = "all";

    /**
     * Reads {@code /studies/<study>/<site or all>/<role>} or {@code /system/<role>}.
     *
     * @return empty for any other group: foreign groups give no rights
     */
    public static Optional<Grant> parse(String groupPath) {
        String[] part = groupPath.split("/", -1);
        if (part.length == 5 && part[0].isEmpty() && part[1].equals("studies") && !part[2].isBlank()) {
            String site = part[3].equals(ALL_SITES) ? null : part[3];
            return Role.of(part[4]).map(role -> new Grant(part[2], site, role));
        }
        if (part.length == 3 && part[0].isEmpty() && part[1].equals("system")) {
            return Role.of(part[2]).map(role -> new Grant(null, null, role));
        }
        return Optional.empty();
    }

    /** The Keycloak group that stands for this grant. */
    public String groupPath() {
        if (study == null) {
            return "/system/" + role.key();
        }
        return "/studies/" + study + "/" + (site == null ? ALL_SITES : site) + "/" + role.key();
    }

    /** Whether the grant holds at the place; a grant at one site does not hold for the whole study. */
    public boolean reaches(Scope scope) {
        return study == null || study.equals(scope.study()) && (site == null || site.equals(scope.site()));
    }
}
