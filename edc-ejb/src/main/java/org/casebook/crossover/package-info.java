/**
 * Planned unblinding and the way to a later period: who makes the treatment known and when it may be, and the gate that a
 * participant passes before getting the other treatment.
 *
 * <p>Words: planned unblinding, crossover, gate, preparation. Requirements: ICH E6(R3) 4.1.4, ICH E9 2.3.1, 21 CFR 11.10(f);
 * product feature 32.
 */
package org.casebook.crossover;
