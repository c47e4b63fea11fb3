/** How a participation goes and ends: the panel of the participant's page, and the requests its buttons send. */
package org.casebook.web.standing;
