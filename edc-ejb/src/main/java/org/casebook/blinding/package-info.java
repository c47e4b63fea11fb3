/**
 * Who must not see what would tell the treatment. Every door that shows values asks here, so that one rule holds for all of
 * them.
 *
 * <p>Words: Blinding. Requirements: ICH E6(R3) 4.1.2, ICH E9 2.3.1; product features 20, 44.
 */
package org.casebook.blinding;
