package org.casebook.web.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casebook.outcome.ChangeTable;
import org.casebook.outcome.OutcomeChoices;
import org.casebook.outcome.Outcomes;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** How one score changes from baseline: means, each participant's course, and the changes at one visit by size. */
@Named
@RequestScoped
public class ChangesPage {

    private static final String ROOM = "outcome";

    @Inject
    private Outcomes outcomes;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private OutcomeChoices choices;
    private ChangeTable table;

    public record Row(String visit, String treatment, int n, String mean, String deviation, int pairs, String change) {}

    public record Line(String subject, List<ResponsesPage.Figure> figures) {}

    /** One participant's change at the chosen visit. */
    public record Fall(String subject, String before, String now, String change) {}

    public boolean isMeasured() {
        return !choices().scores().isEmpty();
    }

    public List<Option> getOptions() {
        return Option.of(choices().scores(), chosen());
    }

    /** The visits after baseline, for the chart of changes. */
    public List<Option> getVisits() {
        return IntStream.range(1, table().points().size())
                .mapToObj(at -> Option.of(
                        table().points().get(at).point().event(),
                        table().points().get(at).point().name(),
                        at == at()))
                .toList();
    }

    public String getHeading() {
        return table().question();
    }

    public String getHint() {
        return Words.of(
                ROOM,
                "changeHint",
                table().points().isEmpty()
                        ? ""
                        : table().points().get(0).point().name(),
                table().lines().size());
    }

    /** All together, then each treatment where it is known. */
    public List<Row> getRows() {
        Stream<Row> all = rows(null, table().points());
        Stream<Row> arms = table().arms().stream().flatMap(arm -> rows(arm.treatment(), arm.points()));
        return Stream.concat(all, arms).toList();
    }

    private static Stream<Row> rows(String treatment, List<ChangeTable.Point> points) {
        return points.stream()
                .map(point -> new Row(
                        point.point().name(),
                        Objects.toString(treatment, ""),
                        point.value().n(),
                        Numbers.interval(point.value()),
                        Numbers.number(point.value().deviation()),
                        point.change().n(),
                        Numbers.interval(point.change())));
    }

    public List<String> getColumns() {
        return table().points().stream().map(point -> point.point().name()).toList();
    }

    public List<Line> getLines() {
        List<String> columns = getColumns();
        return table().lines().stream()
                .map(line -> new Line(
                        line.subject(),
                        IntStream.range(0, columns.size())
                                .mapToObj(at -> new ResponsesPage.Figure(
                                        columns.get(at),
                                        Numbers.exact(line.values().get(at))))
                                .toList()))
                .toList();
    }

    public String getMeans() {
        List<ChartData.Line> lines = new ArrayList<>(List.of(means(Words.of(ROOM, "all"), table().points())));
        table().arms().forEach(arm -> lines.add(means(arm.treatment(), arm.points())));
        return new ChartData("means", axis(), getColumns(), lines).json();
    }

    private static ChartData.Line means(String name, List<ChangeTable.Point> points) {
        return new ChartData.Line(
                name,
                all(points.stream().map(point -> point.value().mean()).iterator()),
                all(points.stream().map(point -> point.value().low()).iterator()),
                all(points.stream().map(point -> point.value().high()).iterator()));
    }

    public String getCourses() {
        List<ChartData.Line> lines = table().lines().stream()
                .map(line -> new ChartData.Line(line.subject(), line.values()))
                .toList();
        return new ChartData("courses", axis(), getColumns(), lines).json();
    }

    /** The figures of the chart of changes. */
    public List<Fall> getFalls() {
        return changed().stream()
                .map(line -> new Fall(
                        line.subject(),
                        Numbers.exact(line.values().get(0)),
                        Numbers.exact(line.values().get(at())),
                        Numbers.exact(line.change(at()))))
                .toList();
    }

    /** Who has a value at baseline and at the chosen visit, the smallest change first. */
    private List<ChangeTable.Line> changed() {
        return table().points().size() < 2
                ? List.of()
                : table().lines().stream()
                        .filter(line -> line.change(at()) != null)
                        .sorted(Comparator.comparing((ChangeTable.Line line) -> line.change(at()))
                                .thenComparing(ChangeTable.Line::subject))
                        .toList();
    }

    /** The changes at the chosen visit, the smallest first. */
    public String getWaterfall() {
        List<ChangeTable.Line> sorted = changed();
        return new ChartData(
                        "bars",
                        Words.of(ROOM, "changeAxis", axis()),
                        sorted.stream().map(ChangeTable.Line::subject).toList(),
                        List.of(new ChartData.Line(
                                Words.of(ROOM, "change"),
                                sorted.stream().map(line -> line.change(at())).toList())))
                .json();
    }

    private static List<Double> all(Iterator<Double> values) {
        List<Double> found = new ArrayList<>();
        values.forEachRemaining(found::add);
        return found;
    }

    private String axis() {
        return table().unit().isEmpty() ? table().question() : table().question() + " (" + table().unit() + ")";
    }

    public String getFile() {
        return "/entry/outcomes/changes.csv?" + shell.getQuery() + "&item="
                + URLEncoder.encode(chosen(), StandardCharsets.UTF_8);
    }

    /** Which visit the changes are of: the one in the address, else the last. */
    private int at() {
        String asked = request.getParameter("visit");
        List<ChangeTable.Point> points = table().points();
        return IntStream.range(1, points.size())
                .filter(at -> Objects.equals(points.get(at).point().event(), asked))
                .findFirst()
                .orElse(points.size() - 1);
    }

    private String chosen() {
        return Option.chosen(choices().scores(), request.getParameter("item"));
    }

    private OutcomeChoices choices() {
        if (choices == null) {
            choices = outcomes.choices(shell.scope());
        }
        return choices;
    }

    private ChangeTable table() {
        if (table == null) {
            table = outcomes.changes(shell.scope(), chosen());
        }
        return table;
    }
}
