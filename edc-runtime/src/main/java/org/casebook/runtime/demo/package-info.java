/**
 * Enters the demonstration's data by the front door: over REST with the tokens of the accounts they belong to, signatures by
 * Keycloak's login pages, at past times by a header that only the launcher's key opens. Never by SQL, so that the trail of
 * the demonstration is a real one.
 *
 * <p>Everything here is invented and belongs to nobody.
 */
package org.casebook.runtime.demo;
