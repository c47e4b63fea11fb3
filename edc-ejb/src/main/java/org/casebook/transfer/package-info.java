/**
 * Transfer: data from elsewhere. Reads clinical data of ODM 1.3 and 2.0, says what they would change in a test or training
 * study, and does exactly that in one transaction, by the one way by which data come into a form.
 *
 * <p>Words: source (what stands in the file), finding (what one value of the file means here: new, same, different, at
 * fault), dry run (findings without a change), import run (one file, looked at and perhaps taken).
 */
package org.casebook.transfer;
