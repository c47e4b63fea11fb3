package org.casebook.consent;

import java.time.LocalDate;

/**
 * A version of the consent text at one site.
 *
 * @param site site number
 * @param label what people call it, for example {@code 2.0 (2026-03-01)}; 1 to 80 characters
 * @param from date at the site from which on it is used
 * @param again whether those who consented to an earlier text are asked again
 */
public record TextInForce(String site, String label, LocalDate from, boolean again) {}
