/**
 * Laboratory: which values are normal where. Laboratories of a study, for all its sites or for one; their reference ranges by
 * analyte, unit, sex, age and date, which never overlap; and what a value is held against them: low, normal or high.
 *
 * <p>A value outside its range is no error. Whoever judges a value keeps what it was judged by, so that a later change of
 * ranges does not rewrite what was found.
 *
 * <p>Words: analyte (what is measured, CDISC LBTESTCD), range (normal from low to high, both included), finding (a value held
 * against a range).
 */
package org.casebook.laboratory;
