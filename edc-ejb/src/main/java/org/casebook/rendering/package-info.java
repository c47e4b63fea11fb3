/**
 * Rendering: a definition written for others, as files that other systems and people read. Pure Java: knows a definition and
 * nothing that was ever entered.
 *
 * <p>Words: canonical (one definition, one order, the same bytes each time), blank form (the case report form before
 * anything is entered), sheet (the document being written), answer field.
 */
package org.casebook.rendering;
