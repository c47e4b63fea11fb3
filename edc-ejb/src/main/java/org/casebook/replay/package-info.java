/**
 * Whether past allocations come out the same again: each is worked out from the audit trail alone, from the entries of its list
 * and of those who came before, and held against what the lists say.
 *
 * <p>Words: replay. Requirements: product feature 30; ICH E9 2.3.2 (reproducible randomisation), ICH E6(R3) 4.3.4.
 */
package org.casebook.replay;
