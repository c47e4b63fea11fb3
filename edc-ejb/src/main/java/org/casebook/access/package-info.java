/**
 * Who may do what in which study and site: accounts and grants, written to Keycloak and audited; and asking a person
 * for the password again before a signature, an unblinding or a lock.
 *
 * <p>Words: Account, Grant, step-up, confirmed act. Requirements: 21 CFR 11.10(d), (g), 11.100, 11.200, 11.300; ICH
 * E6(R3) 4.3.8; product features 39, 50.
 */
package org.casebook.access;
