package org.casebook.access;

import java.util.List;
import java.util.Optional;
import org.casebook.kernel.Grant;
import org.casebook.keycloak.Account;

/**
 * An account as the administration shows it.
 *
 * @param id Keycloak's subject, never reused
 * @param enabled whether the person can sign in
 * @param grants by study, site and role; groups that are no grants are left out
 */
public record AccountView(
        String id,
        String username,
        String fullName,
        String email,
        String organisation,
        boolean enabled,
        List<Grant> grants) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.username(),
                (account.givenName() + " " + account.familyName()).strip(),
                account.email(),
                account.organisation(),
                account.enabled(),
                account.groups().stream()
                        .sorted()
                        .map(Grant::parse)
                        .flatMap(Optional::stream)
                        .toList());
    }

    boolean holds(Grant grant) {
        return grants.contains(grant);
    }
}
