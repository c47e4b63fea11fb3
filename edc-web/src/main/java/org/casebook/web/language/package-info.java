/** Which language a person reads: kept in a cookie, first guessed from what the browser asks for. Requirement 52. */
package org.casebook.web.language;
