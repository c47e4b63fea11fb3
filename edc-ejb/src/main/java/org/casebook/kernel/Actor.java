package org.casebook.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who acts: a person or a service account, with the grants of its token.
 *
 * @param id Keycloak's subject, never reused (21 CFR 11.100(a))
 * @param origin by what way the act came: {@code person}, {@code api}, {@code import}, {@code rule}
 */
public record Actor(
        String id, String username, String fullName, String organisation, String origin, Set<Grant> grants) {

    public Actor {
        grants = standing(grants);
    }

    /**
     * Roles that exclude each other are refused when they are given here, but groups can be joined in Keycloak's console too:
     * then the one that sees or oversees more opens nothing.
     */
    private static Set<Grant> standing(Set<Grant> held) {
        return held.stream()
                .filter(grant -> held.stream()
                        .filter(other -> grant.study() != null && grant.study().equals(other.study()))
                        .noneMatch(other -> grant.role().yieldsTo(other.role())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same person, acting by another way, for example a rule that follows from what he typed. */
    public Actor by(String otherOrigin) {
        return new Actor(id, username, fullName, organisation, otherOrigin, grants);
    }

    /**
     * Whether some grant that reaches the place holds the permission. In a test or training study nobody is a participant
     * and nothing is blinded: whoever builds studies may do there what each role may, so that a study can be tried whole.
     */
    public boolean may(Permission permission, Scope scope) {
        return grants.stream().anyMatch(grant -> permission.heldBy(grant.role()) && grant.reaches(scope))
                || permission.isOfStudies() && buildsStudies() && scope.isCopy();
    }

    private boolean buildsStudies() {
        return grants.contains(new Grant(null, null, Role.BUILDER));
    }

    /** Whether some grant, wherever it is, holds the permission: for acts that need no place. */
    public boolean mayAnywhere(Permission permission) {
        return grants.stream().anyMatch(grant -> permission.heldBy(grant.role()));
    }

    /** The roles in force at the place, for the audit trail; all roles where no place is given. */
    public List<Role> rolesAt(Scope scope) {
        return grants.stream()
                .filter(grant -> scope == null || grant.reaches(scope))
                .map(Grant::role)
                .distinct()
                .sorted()
                .toList();
    }

    /** OIDs of the studies in which the actor holds a grant. */
    public Set<String> studies() {
        return grants.stream().map(Grant::study).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    public boolean holdsSystemGrant() {
        return grants.stream().anyMatch(grant -> grant.study() == null);
    }

    /** Where the person works in a study: the whole study, or the first of his sites. */
    public Optional<Scope> homeIn(String study) {
        List<Grant> here =
                grants.stream().filter(grant -> study.equals(grant.study())).toList();
        if (here.stream().anyMatch(grant -> grant.site() == null)) {
            return Optional.of(Scope.of(study));
        }
        return here.stream().map(Grant::site).min(Comparator.naturalOrder()).map(site -> Scope.of(study, site));
    }
}
