package org.casebook.delegation;

import java.time.LocalDate;
import java.util.Set;

/**
 * A delegation to write into the log.
 *
 * @param username of the account, as the person signs in
 * @param name as printed on the log
 * @param duties at least one
 * @param from first day at the site
 * @param trainedOn day of the training; null: not trained yet
 */
public record NewDelegation(String username, String name, Set<Duty> duties, LocalDate from, LocalDate trainedOn) {

    public NewDelegation {
        duties = duties == null ? Set.of() : Set.copyOf(duties);
    }
}
