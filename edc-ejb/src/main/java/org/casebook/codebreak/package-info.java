/**
 * The emergency code break: an investigator who must know what one participant received says why, types the password, and sees
 * that treatment alone; others learn that it happened, never what was seen.
 *
 * <p>The reason is given before anything is shown, so it can tell nothing of the treatment; neither the record, the trail, the
 * list of code breaks nor the letters hold it. A code break is never refused for anything but a missing right, reason or answer:
 * not because the participant is locked or has ended, nor because nobody can be told.
 *
 * <p>Words: code break, notice. Requirements: product feature 32; ICH E6(R3) 2.4.2, ICH E9 2.3.1 (breaking the blind is
 * documented).
 */
package org.casebook.codebreak;
