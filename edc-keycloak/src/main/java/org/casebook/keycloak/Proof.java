package org.casebook.keycloak;

import java.time.Instant;

/**
 * That a person typed the password just now.
 *
 * @param person the subject, the same as of the session
 * @param username account name at that time
 * @param authenticatedAt when the password was typed, in whole seconds; each may be used once
 */
public record Proof(String person, String username, Instant authenticatedAt) {}
