/** The list of deviations from the protocol, and the requests that its buttons send. */
package org.casebook.web.deviation;
