/**
 * What a study's rules say, in the words of whoever fills its forms: expressions, checks and the range that they expect.
 * Knows no participant and no database. Requirement 52.
 */
package org.casebook.wording;
