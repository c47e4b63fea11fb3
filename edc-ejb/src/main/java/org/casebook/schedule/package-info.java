/**
 * Which visit when: planned, earliest and latest date of each event, counted in days from its anchor, and whether it
 * took place in its window, early, late, or was missed.
 *
 * <p>Dates are dates at the site, without time or zone: a clock change moves none of them. Where a study names the times of day 0
 * and of the visit, a window in hours is judged to the minute by the hours that elapsed in the site's zone.
 *
 * <p>Words: visit (recorded occurrence of an event), window, anchor (day 0), hours, due, overdue, missed, not done.
 * Requirements: product feature 26.
 */
package org.casebook.schedule;
