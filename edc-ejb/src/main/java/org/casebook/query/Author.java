package org.casebook.query;

import java.util.stream.Collectors;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Role;
import org.casebook.kernel.Scope;

/**
 * Who says something on a query.
 *
 * @param role the roles in force at the place, as people read them; {@code check} for a rule
 */
record Author(String id, String fullName, String role) {

    /** A check speaks; the person whose entry made it speak stands in the audit trail. */
    static final Author CHECK = new Author("check", "Edit check", "check");

    static Author of(Actor actor, Scope scope) {
        String roles = actor.rolesAt(scope).stream().map(Role::key).collect(Collectors.joining(", "));
        return new Author(actor.id(), actor.fullName(), roles);
    }
}
