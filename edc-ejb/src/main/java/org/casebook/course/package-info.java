/**
 * One form through a participant's visits: what was entered at the visit before, the visits beside each other, and the way from
 * form to form. Reads only. What is hidden stays hidden, and what would tell the treatment is left out for whoever may not see it.
 * Requirement 22.
 */
package org.casebook.course;
