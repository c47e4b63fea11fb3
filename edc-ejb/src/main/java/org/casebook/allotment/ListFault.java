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
        if (row == 0) {
            return column.isEmpty() ? sentence : ListFile.said("atColumn", column, sentence);
        }
        return column.isEmpty()
                ? ListFile.said("atRow", row, sentence)
                : ListFile.said("atRowAndColumn", row, column, sentence);
    }
}
