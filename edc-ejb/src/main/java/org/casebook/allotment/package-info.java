/**
 * How arms are dealt, without knowing any participant: minimisation, lists from elsewhere, and how balanced the arms are.
 *
 * <p>Everything is exact: counts, weights and probabilities are fractions, so that a past allocation comes out again to the
 * last digit.
 *
 * <p>Words: arm, factor, level, imbalance, preferred arm, stratum. Requirements: product features 23, 29; ICH E9 2.3.2.
 */
package org.casebook.allotment;
