package org.casebook.agenda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casebook.agenda.OverdueMatrix.Cell;
import org.casebook.agenda.OverdueMatrix.Column;
import org.casebook.agenda.OverdueMatrix.Row;
import org.casebook.schedule.PlannedVisit;

/** Counts what was due and what is overdue. */
final class OverdueCount {

    private final List<Column> columns;
    private final Map<String, Map<String, Cell>> bySite = new TreeMap<>();

    OverdueCount(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** One participant's schedule. */
    void add(String site, List<PlannedVisit> plan) {
        Map<String, Cell> cells = bySite.computeIfAbsent(site, none -> new HashMap<>());
        plan.forEach(visit -> cells.merge(visit.event(), cellOf(visit), Cell::and));
    }

    private static Cell cellOf(PlannedVisit visit) {
        return switch (visit.state()) {
            case OVERDUE, MISSED -> new Cell(1, 1);
            case IN_WINDOW, EARLY, LATE, DONE, NOT_DONE -> new Cell(0, 1);
            case UNPLANNED, PLANNED, DUE, NOT_EXPECTED -> Cell.NONE;
        };
    }

    OverdueMatrix matrix() {
        List<Row> rows = new ArrayList<>();
        bySite.forEach((site, cells) -> rows.add(row(
                site,
                columns.stream()
                        .map(column -> cells.getOrDefault(column.event(), Cell.NONE))
                        .toList())));
        List<Cell> sums = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            int at = place;
            sums.add(rows.stream().map(row -> row.cells().get(at)).reduce(Cell.NONE, Cell::and));
        }
        return new OverdueMatrix(columns, rows, row(null, sums));
    }

    private static Row row(String site, List<Cell> cells) {
        return new Row(site, cells, cells.stream().reduce(Cell.NONE, Cell::and));
    }
}
