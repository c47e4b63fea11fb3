package org.casebook.consent;

import java.time.LocalDate;

/**
 * Somebody consented again.
 *
 * @param label of the text, as it is in force at the participant's site
 * @param on date at the site, not in the future there
 * @param before who explained the text and took the consent; never blank
 */
public record NewConsent(String label, LocalDate on, String before) {}
