/**
 * Query: open questions on data. A person raises one, or a check does; the site answers; whoever may close it closes it.
 * A query that a check opened closes itself when the check is satisfied, and leaves its trail.
 *
 * <p>Words: query, system query, answer, close, reopen. ODM 2.0 {@code Query}; ICH E6(R3) 4.2.3(a).
 */
package org.casebook.query;
