package org.casebook.whereabouts;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One transfer as read.
 *
 * @param from number of the site that was left
 * @param to number of the site that has the participant since
 * @param on the first day at the new site, a date there
 * @param versionId the study version by which the participant was documented then
 * @param person full name of who transferred
 * @param at when it was recorded and took effect, UTC
 */
public record MoveLine(
        String subject,
        String from,
        String to,
        LocalDate on,
        String reason,
        long versionId,
        String person,
        Instant at) {}
