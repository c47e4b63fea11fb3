package org.casebook.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Accounts that were disabled here since the start: what their open sessions and tokens still promise counts for nothing, at
 * once and not only when they are renewed (21 CFR 11.10(d)). A disabling in Keycloak's own console shows with the renewal.
 */
@ApplicationScoped
public class DisabledAccounts {

    private final Set<String> usernames = ConcurrentHashMap.newKeySet();

    void note(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountEnabled told) {
        if (told.enabled()) {
            usernames.remove(told.username());
        } else {
            usernames.add(told.username());
        }
    }

    public boolean holds(String username) {
        return usernames.contains(username);
    }
}
