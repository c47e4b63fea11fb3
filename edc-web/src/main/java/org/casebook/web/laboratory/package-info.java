/** The page of laboratories and reference ranges. */
package org.casebook.web.laboratory;
