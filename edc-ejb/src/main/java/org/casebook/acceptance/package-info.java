/**
 * Acceptance: whether a version of a study does what it should. Its file names test participants; they are run by the rules of
 * production before anything is stored and again at release. A red run blocks the release; a green one is signed and kept as
 * the record of acceptance.
 *
 * <p>Words: test participant, run, step, record of acceptance. Requirements: ICH E6(R3) 4.3.4 (validation of trial-specific
 * configuration), 21 CFR 11.10(a), 11.50; product features 6, 8.
 */
package org.casebook.acceptance;
