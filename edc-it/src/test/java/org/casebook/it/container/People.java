package org.casebook.it.container;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Grant;

/** Actors for tests that call boundaries without a login; the groups are those of Keycloak. */
final class People {
    private People() {}

    /**
     * @param username as in the trail
     * @param groups such as {@code /studies/BMMSC/101/coordinator}
     * @return a person with these grants
     */
    static Actor person(String username, String... groups) {
        Set<Grant> grants = Arrays.stream(groups)
                .map(Grant::parse)
                .map(Optional::orElseThrow)
                .collect(Collectors.toSet());
        return new Actor("id-of-" + username, username, "Test " + username, "Tests", "person", grants);
    }
}
