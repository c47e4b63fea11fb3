/** The home page: what waits for the person, and how recruitment goes. */
package org.casebook.web.report;
