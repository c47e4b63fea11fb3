/**
 * What came of it, of all together until the study is unblinded, then by arm too: who responds at which visit, for how long, and how scores change from baseline. Read-only, and
 * worked out anew from the data each time.
 *
 * <p>Words: Response, Initial responder, Change from baseline, Subgroup. Requirements: product feature 53; ICH E9 2.2 (primary
 * and secondary variables); Prodromos et al. 2025, tables 2 and 3, for the shape of the response table.
 */
package org.casebook.outcome;
