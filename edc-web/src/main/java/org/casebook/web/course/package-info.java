/** One form through a participant's visits: the page to read them beside each other, and what the form page asks for. */
package org.casebook.web.course;
