package org.casebook.course;

import java.time.LocalDate;

/**
 * What the same item held at an earlier visit.
 *
 * @param value as people read it, with its unit
 * @param visit name of the visit
 * @param date when it took place; null when no date is recorded
 * @param formId where it stands
 */
public record EarlierValue(String item, String value, String visit, LocalDate date, long formId) {}
