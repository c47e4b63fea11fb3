package org.casebook.agenda;

import java.util.List;

/**
 * How much of what was due is overdue, by site and visit. What is not due counts nowhere: visits whose window has not closed and
 * that did not take place, visits that cannot be planned, and visits that are no longer expected.
 *
 * @param columns the visits of the study, in its order
 * @param rows the sites, by number; each has one cell for each column
 * @param total all sites together
 */
public record OverdueMatrix(List<Column> columns, List<Row> rows, Row total) {

    public OverdueMatrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A visit of the study. */
    public record Column(String event, String name) {}

    /**
     * @param site site number; null for all together
     * @param all all its visits together
     */
    public record Row(String site, List<Cell> cells, Cell all) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param overdue visits about which nothing is recorded although their window has closed
     * @param due visits that were due by now: those, and those that took place or were recorded as not done
     */
    public record Cell(int overdue, int due) {

        static final Cell NONE = new Cell(0, 0);

        Cell and(Cell other) {
            return new Cell(overdue + other.overdue, due + other.due);
        }

        /** Overdue of 100 that were due, rounded half up; -1 while nothing was due. */
        public int percent() {
            return due == 0 ? -1 : (200 * overdue + due) / (2 * due);
        }
    }
}
