/** How a "no" reaches the outside: one mapping of refusals and faults to JSON, for {@code /entry} and {@code /api}. */
package org.casebook.web.refusal;
