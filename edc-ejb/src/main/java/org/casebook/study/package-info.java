/**
 * Study: which studies there are and in which versions. Loading a study file makes a version, releasing a version makes it
 * unchangeable. What a version plans is told by the room before, {@code definition}.
 *
 * <p>Words: study, version, release.
 */
package org.casebook.study;
