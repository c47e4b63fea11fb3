package org.casebook.kernel;

/**
 * Somebody tried a door that is locked for him. Written in a transaction of its own, since the refusal
 * rolls the caller's back.
 *
 * @param scope the place asked for; null where the act needs none
 * @param door boundary and method, or a route
 */
public record Denied(Scope scope, Permission permission, String door) {}
