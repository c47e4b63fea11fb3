/** The unblinded pharmacist's page and the requests its buttons send. */
package org.casebook.web.randomization;
