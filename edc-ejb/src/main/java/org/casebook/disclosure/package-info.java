/**
 * Unblinding of a whole study: after its data are locked, by somebody who does not lock them, for good. From then on whoever works
 * with the data sees what everybody received, in pages, by the API and in datasets.
 *
 * <p>Words: unblinding of the study. Requirements: ICH E6(R3) 3.16.1(p) to (r), 3.16.1(g), 4.1.4, ICH E9 2.3.1, 21 CFR 11.10(g);
 * product features 34, 53.
 */
package org.casebook.disclosure;
