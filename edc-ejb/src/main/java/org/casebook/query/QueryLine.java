package org.casebook.query;

/**
 * A query with the names of what it asks about, for lists.
 *
 * @param eventName name of the visit; null for rows of logs
 * @param row number of the row in its log; null for forms of visits
 * @param question what the item asks; null when the form as a whole is asked about
 * @param answer what stands there now, in words; null with {@code question}
 * @param formVoid whether the form was made void since
 */
public record QueryLine(
        QueryView query,
        String eventName,
        String formName,
        Integer row,
        String question,
        String answer,
        boolean formVoid) {}
