package org.casebook.report;

import java.time.LocalDate;
import java.util.List;
import org.casebook.subject.Participant;

/**
 * Participants by visits.
 *
 * @param columns the visits, in the study's order
 * @param rows the participants, by screening number; each has one cell for each column
 */
public record Matrix(List<Column> columns, List<Row> rows) {

    public Matrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A visit of the study. */
    public record Column(String event, String name) {}

    /**
     * A participant.
     *
     * @param logs how many rows its logs hold
     */
    public record Row(Participant participant, List<Cell> cells, int logs, int openQueries) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A visit of a participant.
     *
     * @param state the state of its forms once there are any or the visit took place, else of the visit
     * @param punctual how the visit's date lies (in-window, early, late, done); null when it has none
     * @param date date of the visit, else the planned date; null when neither is known
     * @param complete forms that are complete
     * @param needed forms that the visit needs at least
     * @param openQueries queries on its forms that are not closed
     */
    public record Cell(
            String event, String state, String punctual, LocalDate date, int complete, int needed, int openQueries) {}
}
