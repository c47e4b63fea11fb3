/**
 * Whether two participants are one person, screened twice at one site or at two. The items that tell a person are the study
 * file's; of their values a keyed mark is kept that can be compared and not read. Who may not see the other participant is told
 * that there is one, and whom to ask, and nothing else.
 *
 * <p>Nothing is stopped by it: people decide, with a reason, whether it is the same person. Who is screened again is linked to the
 * earlier number, and no duplicate.
 *
 * <p>Words: duplicate, mark. Requirements: product feature 23; ICH E6(R3) 3.16.1(c), essential record "subject identification
 * code list"; GDPR Art. 5(1)(c).
 */
package org.casebook.duplicate;
