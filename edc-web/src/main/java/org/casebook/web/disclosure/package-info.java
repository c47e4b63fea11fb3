/** The page of the study's unblinding: doing it, and who received what from then on. */
package org.casebook.web.disclosure;
