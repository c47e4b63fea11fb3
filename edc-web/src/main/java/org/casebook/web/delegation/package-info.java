/** The delegation log of each site, and the requests that its buttons send. */
package org.casebook.web.delegation;
