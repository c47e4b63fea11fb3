/** What “Why?” and the card of an item ask for. */
package org.casebook.web.explanation;
