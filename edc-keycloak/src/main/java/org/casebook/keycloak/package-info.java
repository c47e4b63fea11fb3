/**
 * Adapter to Keycloak, plain Java: asking for the password again ({@link org.casebook.keycloak.StepUp}) and accounts
 * and groups ({@link org.casebook.keycloak.KeycloakAdmin}). It knows nothing of trials.
 */
package org.casebook.keycloak;
