package org.casebook.web.agenda;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.agenda.Agenda;
import org.casebook.agenda.AgendaDesk;
import org.casebook.agenda.AgendaLine;
import org.casebook.agenda.OverdueMatrix;
import org.casebook.agenda.OverdueMatrix.Cell;
import org.casebook.agenda.OverdueMatrix.Row;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** The visits of a site, or of all sites: open today, soon, overdue; and how much of what was due is overdue. */
@Named
@RequestScoped
public class TodayPage {

    @Inject
    private AgendaDesk desk;

    @Inject
    private Shell shell;

    private Agenda agenda;
    private OverdueMatrix matrix;

    /** Visits of one sort; {@code key} is {@code open}, {@code soon} or {@code overdue}. */
    public record Part(String key, String heading, String hint, String none, List<TodayLine> lines) {

        public boolean isNothing() {
            return lines.isEmpty();
        }
    }

    /** One cell of the table as it is drawn: {@code 2 of 7}, empty where nothing was due. */
    public record Share(String column, String words, String percent, boolean late) {}

    /** One row of the table; {@code site} is a word for all together. */
    public record Line(String site, List<Share> shares) {}

    public List<Part> getParts() {
        return List.of(
                part("overdue", agenda().overdue()), part("open", agenda().open()), part("soon", agenda().soon()));
    }

    private Part part(String key, List<AgendaLine> lines) {
        boolean several = shell.scope().wholeStudy();
        return new Part(
                key,
                Words.of("agenda", key, lines.size()),
                Words.of("agenda", key + "Hint", Agenda.SOON),
                Words.of("agenda", key + "None"),
                lines.stream()
                        .map(line -> new TodayLine(line, shell.getQuery(), several))
                        .toList());
    }

    public boolean isCounted() {
        return !matrix().rows().isEmpty();
    }

    public List<String> getColumns() {
        return Stream.concat(
                        matrix().columns().stream().map(OverdueMatrix.Column::name),
                        Stream.of(Words.of("agenda", "allVisits")))
                .toList();
    }

    public List<Line> getLines() {
        Stream<Row> rows = matrix().rows().stream();
        Stream<Row> all = matrix().rows().size() > 1 ? Stream.of(matrix().total()) : Stream.empty();
        return Stream.concat(rows, all).map(this::line).toList();
    }

    private Line line(Row row) {
        List<Cell> cells =
                Stream.concat(row.cells().stream(), Stream.of(row.all())).toList();
        List<String> names = getColumns();
        return new Line(
                row.site() == null ? Words.of("agenda", "allSites") : row.site(),
                Stream.iterate(0, at -> at + 1)
                        .limit(cells.size())
                        .map(at -> share(names.get(at), cells.get(at)))
                        .collect(Collectors.toList()));
    }

    private static Share share(String column, Cell cell) {
        boolean due = cell.due() > 0;
        return new Share(
                column,
                due ? Words.of("agenda", "share", cell.overdue(), cell.due()) : "",
                due ? Words.of("agenda", "percent", cell.percent()) : "",
                cell.overdue() > 0);
    }

    private Agenda agenda() {
        if (agenda == null) {
            agenda = desk.today(shell.scope());
        }
        return agenda;
    }

    private OverdueMatrix matrix() {
        if (matrix == null) {
            matrix = desk.overdue(shell.scope());
        }
        return matrix;
    }
}
