package org.casebook.moving;

import java.time.LocalDate;

/**
 * A transfer that is wanted.
 *
 * @param to number of the site that takes the participant over
 * @param on the first day there, a date at that site
 * @param reason why, in the person's words
 */
public record NewMove(String to, LocalDate on, String reason) {}
