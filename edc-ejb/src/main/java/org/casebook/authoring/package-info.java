/**
 * What a builder makes of a version without writing its file by hand: instruments of the library taken in, a site's wording put
 * in. A version never changes, so each of these makes a new one, a draft, by the door through which every file comes.
 *
 * <p>Words: Instrument, wording, draft. Product features 1, 3, 9.
 */
package org.casebook.authoring;
