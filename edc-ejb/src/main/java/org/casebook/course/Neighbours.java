package org.casebook.course;

/**
 * The way on from a form; null where it ends.
 *
 * @param previousVisit the first form of the visit before
 * @param nextVisit the first form of the visit after
 */
public record Neighbours(Stop previous, Stop next, Stop previousVisit, Stop nextVisit) {}
