package org.casebook.blinding;

import java.time.Instant;

/**
 * That a study was unblinded.
 *
 * @param at UTC
 * @param by name of the person
 * @param reason in that person's words
 */
public record StudyUnblindedView(Instant at, String by, String reason) {}
