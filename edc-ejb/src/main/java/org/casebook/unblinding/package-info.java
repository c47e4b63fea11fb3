/**
 * Whose treatment is known, by plan: that it was made known, when and by whom, and the arm for those of the participant's own
 * site who may know it from then on. The treatment itself stays sealed where it is.
 *
 * <p>Words: planned unblinding (of one participant, to its own site; never the emergency). Requirements: ICH E6(R3) 4.1.4,
 * ICH E9 2.3.1; product feature 32.
 */
package org.casebook.unblinding;
