/**
 * Why something is as it is: an item hidden, flagged, computed or closed, a form that cannot be completed, a visit overdue, a
 * criterion not met. It answers with the rule in words, what the rule looked at, and where to mend it; and says what an item
 * is. Whoever may see the data may ask; what would tell the treatment is withheld from whoever may not see it. Requirement 52.
 */
package org.casebook.explanation;
