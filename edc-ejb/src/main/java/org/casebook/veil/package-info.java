/**
 * What of a study's plan would tell the treatment: the items that a study file marks and what is made of them, and the places
 * where they would show all the same. Pure Java; who must not see it is the business of the room {@code blinding}.
 *
 * <p>Words: Veil, Leaks. Requirements: ICH E6(R3) 4.1.2, ICH E9 2.3.1; product features 20, 44.
 */
package org.casebook.veil;
