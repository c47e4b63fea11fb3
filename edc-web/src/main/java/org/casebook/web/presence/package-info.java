/** Who is in a form, for the form page. */
package org.casebook.web.presence;
