/** Attaching files to items and handing them out, for the form page; {@code api} does the same for other systems. */
package org.casebook.web.attachment;
