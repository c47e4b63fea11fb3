package org.casebook.course;

/**
 * A form on the way through a participant's casebook.
 *
 * @param event OID of the visit; null for rows of logs
 * @param place name of the visit, or of the log
 * @param name of the form, with the number of the row in a log
 * @param formId null while it is not started
 */
public record Stop(String event, String place, String form, String name, Long formId) {}
