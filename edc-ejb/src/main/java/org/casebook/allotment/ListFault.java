package org.casebook.allotment;

import java.io.Serializable;

/**
 * One thing wrong in a list from elsewhere.
 *
 * @param row line of the file, from 1; 0 when the file as a whole is meant
 * @param column heading of the column; empty when the row as a whole is meant
 * @param sentence what is wrong and how to mend it
 */
public record ListFault(long row, String column, String sentence) implements Serializable {

    @Override
    public String toString() {
        String where = row == 0 ? "" : "Row " + row;
        String which = column.isEmpty() ? "" : (where.isEmpty() ? "Column " : ", column ") + column;
        return where.isEmpty() && which.isEmpty() ? sentence : where + which + ": " + sentence;
    }
}
