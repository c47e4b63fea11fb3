/**
 * Presence: who has a form open at this moment, so that two people at one form know of each other. Kept in memory by the one
 * server and nowhere else: it is no record, and nothing follows from it.
 *
 * <p>Words: present, window. Product feature 19.
 */
package org.casebook.presence;
