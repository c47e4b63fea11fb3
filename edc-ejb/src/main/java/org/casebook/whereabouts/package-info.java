/**
 * At which site a participant was when: where he was added, and each transfer since. What is decided about transfers is a later
 * room's; earlier ones ask here what is of which site's time.
 *
 * <p>Words: move. Requirements: product feature 23; ICH E6(R3) 2.12.8, 4.2.2.
 */
package org.casebook.whereabouts;
