/** Pages about participants: the matrix, one participant's page, and the requests their buttons send. */
package org.casebook.web.subject;
