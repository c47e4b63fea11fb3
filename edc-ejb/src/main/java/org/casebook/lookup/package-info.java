/**
 * Lookup: reference ranges that were entered after values had been judged without one. By itself nothing that was found changes;
 * whoever keeps the ranges looks them up again on purpose, having seen how many values would get one, and says why.
 *
 * <p>Words: Range, Finding. Requirements: ICH E6(R3) 4.2.2, 4.2.3; product feature 16.
 */
package org.casebook.lookup;
