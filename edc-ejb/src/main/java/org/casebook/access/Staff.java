package org.casebook.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.casebook.keycloak.KeycloakProblem;

/** Accounts by name, for later rooms. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class Staff {

    private static final int MOST_ALIKE = 100;

    @Inject
    private Realm realm;

    /**
     * The account of this name, in any case; empty when there is none.
     *
     * @throws AccountsUnavailable when Keycloak does not answer
     */
    public Optional<AccountView> find(String username) {
        try {
            return realm.admin().accounts(username, 0, MOST_ALIKE).stream()
                    .map(AccountView::of)
                    .filter(account -> account.username().equalsIgnoreCase(username))
                    .findFirst();
        } catch (KeycloakProblem problem) {
            throw new AccountsUnavailable(problem);
        }
    }
}
