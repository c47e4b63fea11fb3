/**
 * Letters that the house sends by e-mail: written down in the transaction that wants them sent, delivered afterwards, again and
 * again until the mail server takes them.
 *
 * <p>Words: letter, outbox. Requirements: product feature 32 (notice of a code break). A letter is read by whom nobody here
 * knows, so none tells a treatment, nor anything of a participant but its number.
 */
package org.casebook.mailing;
