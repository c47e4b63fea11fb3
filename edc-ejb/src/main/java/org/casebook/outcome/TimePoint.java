package org.casebook.outcome;

/**
 * A visit at which something is measured.
 *
 * @param event its OID
 * @param name in the reader's language
 */
public record TimePoint(String event, String name) {}
