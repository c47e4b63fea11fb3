/**
 * Linking: which rows of logs lead to which, for example a medication to the adverse event for which it was given. Capture keeps
 * the ids of rows as an item's value and refuses those that are none; here rows are offered with their titles, and a row tells
 * what leads to it. Reads only.
 *
 * <p>Words: link (an item's value that leads to rows), title (what a row is about, in one line). Requirement 18.
 */
package org.casebook.linking;
