/**
 * To which text participants consented: the texts in force at each site from when on, which of them ask for consent again,
 * who consented to which one, when and before whom.
 *
 * <p>The first consent is dated on the study's consent form and opens the gate; it counts for the text in force on its day.
 * Each later one is recorded here.
 *
 * <p>Words: consent text, re-consent, due. Requirements: product feature 24; ICH E6(R3) 2.8 (consent to be given again when
 * the text is revised).
 */
package org.casebook.consent;
