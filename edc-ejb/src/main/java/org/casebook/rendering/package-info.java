/**
 * Rendering: a definition written for others, as files that other systems and people read. Pure Java: knows a definition and
 * nothing that was ever entered.
 *
 * <p>Words: canonical (one definition, one order, the same bytes each time).
 */
package org.casebook.rendering;
