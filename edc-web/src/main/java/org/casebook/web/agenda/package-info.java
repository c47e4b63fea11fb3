/** What a site can do today and soon, and what is overdue. */
package org.casebook.web.agenda;
