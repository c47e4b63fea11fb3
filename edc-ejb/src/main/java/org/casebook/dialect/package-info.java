/**
 * Dialect: the ways in which other systems write a study. Reads ODM 1.3.0 to 1.3.2 and gives it as the tree of Casebook's ODM
 * 2.0 profile, so that one reader serves both; each element keeps its line of the file. What other makers added is left out
 * and told; a short list of repairs ({@link org.casebook.dialect.Repair}) mends what is understood all the same and is told;
 * anything else is a fault. Formulas of other systems become expressions where their meaning is certain. Pure Java.
 *
 * <p>Words: dialect, repair, remark, translation, formula.
 */
package org.casebook.dialect;
