package org.casebook.crossing;

import java.time.Instant;

/**
 * One record about the way to a later period.
 *
 * @param text what was prepared (label of bag or vial), or the reason
 * @param by name of the person
 */
public record CrossingLine(CrossingKind kind, String text, Instant at, String by) {}
