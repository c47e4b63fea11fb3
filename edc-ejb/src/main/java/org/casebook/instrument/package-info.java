/**
 * Published instruments with their scores: which version a form is, which direction a score has, from which change it counts,
 * who may use it (ODM has no place for these: {@code cb:Instrument}); the library of those that ship; how one is taken into
 * the file of a study, and how a site's own wording is. Pure Java: what a score comes to is a computed item of the study's
 * rules.
 *
 * <p>Words: Instrument, Score, Threshold, library. Product features 9, 17, 53.
 */
package org.casebook.instrument;
