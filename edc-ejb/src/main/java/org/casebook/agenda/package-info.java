/**
 * Which visits a site can do today, which come soon and which are overdue, on which day each is best done, and how much of what
 * was due is overdue. Reads only.
 *
 * <p>Words: agenda, best day, due by now. Requirements: product feature 28.
 */
package org.casebook.agenda;
