/**
 * The launcher: it starts PostgreSQL, Keycloak and the application on one machine for the demonstration and for the
 * tests, runs the application alone against services given by the operator, and migrates the schema as its owner.
 */
package org.casebook.runtime;
