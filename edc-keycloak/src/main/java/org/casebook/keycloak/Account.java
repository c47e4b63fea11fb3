package org.casebook.keycloak;

import java.util.Set;

/**
 * A person's account in the realm.
 *
 * @param id Keycloak's subject, never reused
 * @param username account name, lower case
 * @param givenName may be empty
 * @param familyName may be empty
 * @param email may be empty
 * @param organisation whom the person works for; may be empty
 * @param enabled whether the person can sign in
 * @param groups full paths of the groups
 */
public record Account(
        String id,
        String username,
        String givenName,
        String familyName,
        String email,
        String organisation,
        boolean enabled,
        Set<String> groups) {

    public Account {
        groups = Set.copyOf(groups);
    }
}
