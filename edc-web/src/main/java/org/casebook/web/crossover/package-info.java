/** Pages of planned unblinding and of the way to a later period, and the timeline of a participation. */
package org.casebook.web.crossover;
