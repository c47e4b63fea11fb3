/** The form page and the log page: what is drawn; saving goes through the entry endpoint. */
package org.casebook.web.capture;
