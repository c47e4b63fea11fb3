/** Bringing clinical data from files into test and training studies: the page and what it sends. */
package org.casebook.web.transfer;
