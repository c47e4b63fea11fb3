/** Participants that look like one person: the list, notes on other pages, and the requests that their buttons send. */
package org.casebook.web.duplicate;
