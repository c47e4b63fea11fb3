/**
 * Which arm, concealed: allocation lists, drawn or from elsewhere, prepared by one person and sealed by another, or minimisation;
 * and who may read them.
 *
 * <p>Lists lie in a database schema of their own behind functions; treatments are encrypted with a key that the database
 * does not hold. Blinded roles see number and time only. Each reading of a treatment is an entry of the trail.
 *
 * <p>Words: allocation list, slot, stratum, randomisation number, treatment. Requirements: product features 23, 29, 30;
 * ICH E9 2.3.2 (randomisation), ICH E6(R3) 2.4 (blinding).
 */
package org.casebook.randomization;
