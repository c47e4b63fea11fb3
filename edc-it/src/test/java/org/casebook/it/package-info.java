/**
 * Tests against the running system: one PostgreSQL, one Keycloak and one EAR on Payara Micro for a whole test run, shared
 * by in-container tests (package {@code container}) and browser tests (package {@code browser}).
 */
package org.casebook.it;
