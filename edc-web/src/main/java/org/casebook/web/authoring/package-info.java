/** The page of instruments: those of a version, the library, and a site's wording. */
package org.casebook.web.authoring;
