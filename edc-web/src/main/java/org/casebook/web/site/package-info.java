/** The page of the sites of a study and its endpoints. */
package org.casebook.web.site;
