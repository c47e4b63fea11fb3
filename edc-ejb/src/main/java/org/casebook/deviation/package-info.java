/**
 * Where the conduct of a study departed from its protocol. What the recorded dates, verdicts and steps show is noticed by the
 * system, once each, and taken back when they show it no more; what only people can know is recorded by them. Whether one is
 * important is for people to say (ICH E3 Q&amp;A (R1), question 7).
 *
 * <p>Nothing is removed: a deviation stands, is taken back, or is void with a reason, and the trail tells each turn. Nothing
 * here is made of the allocation.
 *
 * <p>Words: deviation, kind (what the system noticed), category, weight (minor, major, important). Requirements: product feature
 * 40; ICH E6(R3) 2.5.3, 3.11.4.5.
 */
package org.casebook.deviation;
