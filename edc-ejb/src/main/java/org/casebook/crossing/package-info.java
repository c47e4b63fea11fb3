/**
 * What stands between a participant and the treatment of a later period: that it was prepared, that the participant does not
 * cross over, and what is still missing. Nothing here is known before the participant's planned unblinding, nor to the blinded.
 *
 * <p>Words: crossover, preparation, gate. Requirements: 21 CFR 11.10(f) (sequence of steps), ICH E6(R3) 4.1.4; product
 * feature 32.
 */
package org.casebook.crossing;
