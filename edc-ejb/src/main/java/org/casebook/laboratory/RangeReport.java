package org.casebook.laboratory;

import java.util.List;

/**
 * What came, or would come, of a file of ranges: all of it or nothing.
 *
 * @param added how many rows are new
 * @param same how many are there already
 * @param faults what is wrong, by line; with any, nothing of the file is taken
 * @param taken whether it was taken
 */
public record RangeReport(int added, int same, List<RowFault> faults, boolean taken) {

    public RangeReport {
        faults = List.copyOf(faults);
    }

    /** What is wrong with one row. */
    public record RowFault(long line, String sentence) {}
}
