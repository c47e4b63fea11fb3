package org.casebook.linking;

/**
 * A row as it is offered for a link, or the form on which a link stands.
 *
 * @param id of the form or row; never reused
 * @param event OID of the visit; null for rows of logs that stand at none
 * @param row number of the row; null for a form without rows
 * @param title what it is about, as {@code AE 2 – Headache, 2024-03-01}
 * @param deleted whether it was made void, so that a link to it leads nowhere
 */
public record LinkedRow(
        long id, String subject, String event, String form, Integer row, String title, boolean deleted) {}
