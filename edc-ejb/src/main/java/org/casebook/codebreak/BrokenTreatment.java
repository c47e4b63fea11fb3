package org.casebook.codebreak;

import java.time.Instant;

/**
 * The treatment of one participant, for the eyes of whoever broke its code.
 *
 * @param number randomisation number
 * @param treatment name of the arm in the study
 * @param at when the code was broken
 * @param until until when it can be looked at again
 */
public record BrokenTreatment(String subject, String number, String treatment, Instant at, Instant until) {}
