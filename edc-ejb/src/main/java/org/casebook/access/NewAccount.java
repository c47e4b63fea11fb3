package org.casebook.access;

/**
 * An account that was just made.
 *
 * @param temporaryPassword told once, to be handed over to the person, who changes it at the first login
 */
public record NewAccount(String id, String username, String temporaryPassword) {

    @Override
    public String toString() {
        return "new account " + username;
    }
}
