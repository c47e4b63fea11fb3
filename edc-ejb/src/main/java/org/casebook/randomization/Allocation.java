package org.casebook.randomization;

/**
 * What a participant is to receive, for unblinded eyes only.
 *
 * @param number randomisation number
 * @param arm OID of the arm
 * @param treatment the arm's name
 */
public record Allocation(String subject, String number, String arm, String treatment) {}
