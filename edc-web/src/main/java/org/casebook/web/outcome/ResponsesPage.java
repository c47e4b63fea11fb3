package org.casebook.web.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.outcome.Mean;
import org.casebook.outcome.OutcomeChoices;
import org.casebook.outcome.Outcomes;
import org.casebook.outcome.ResponseTable;
import org.casebook.outcome.ResponseTable.Cell;
import org.casebook.outcome.ResponseTable.Group;
import org.casebook.outcome.TimePoint;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** Who responded at which visit: the study's definition, or other limits that stand in the address. */
@Named
@RequestScoped
public class ResponsesPage {

    private static final String ROOM = "outcome";

    @Inject
    private Outcomes outcomes;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private OutcomeChoices choices;
    private ResponseTable table;
    private String problem;

    /**
     * One limit that can be tried, and set.
     *
     * @param at the number of its rule, from 0
     * @param usual the study's, in words
     * @param told where the study's comes from, in words
     */
    public record Limit(int at, String label, String value, String usual, String told) {}

    /** One part of the page: a table of groups and visits. */
    public record Part(String key, String heading, String hint, List<String> columns, List<Row> rows) {}

    public record Row(String name, String of, List<Figure> figures) {}

    public record Figure(String column, String words) {}

    public boolean isDefined() {
        return !choices().responses().isEmpty();
    }

    public List<Option> getOptions() {
        return Option.of(choices().responses(), getChosen());
    }

    public List<Limit> getLimits() {
        return IntStream.range(0, table().rules().size())
                .mapToObj(at -> limit(at, table().rules().get(at), shown(at)))
                .toList();
    }

    /** What stands in the field: what was typed wrongly can be mended there. */
    private String shown(int at) {
        String[] typed = problem == null ? null : typed();
        return typed == null || at >= typed.length
                ? table().rules().get(at).rule().limit().toPlainString()
                : typed[at];
    }

    private static Limit limit(int at, ResponseTable.Rule rule, String value) {
        String label = Words.of(
                ROOM, "rule" + rule.rule().kind(), rule.question(), rule.unit().isEmpty() ? "" : " " + rule.unit());
        ResponseTable.Own own = rule.own();
        String filed = Words.of(ROOM, "filed", rule.filed().toPlainString());
        return new Limit(
                at,
                label,
                value,
                Words.of(ROOM, "usual", rule.usual().toPlainString()),
                own == null
                        ? filed
                        : Words.of(
                                ROOM,
                                "own",
                                own.amount().toPlainString(),
                                own.source(),
                                own.reason(),
                                own.by(),
                                Times.text(own.at()),
                                filed));
    }

    /** Whether the person may set limits for the study. */
    public boolean isSettable() {
        return shell.may(Permission.MAINTAIN_LIMITS);
    }

    /** Whether a limit of the study stands in place of its file's. */
    public boolean isOwnLimits() {
        return table().rules().stream().anyMatch(rule -> rule.own() != null);
    }

    public String getLimitUrl() {
        return "/entry/outcomes/limits?" + shell.getQuery();
    }

    public String getChosen() {
        return Option.chosen(choices().responses(), request.getParameter("response"));
    }

    /** Whether limits were typed that cannot be tried. */
    public boolean isWrong() {
        table();
        return problem != null;
    }

    /** What is wrong with them; null when nothing is. */
    public String getProblem() {
        return problem;
    }

    public String getHint() {
        return Words.of(
                ROOM,
                "responseHint",
                table().name(),
                table().baseline().name(),
                table().groups().get(0).size());
    }

    public List<Part> getParts() {
        List<Part> parts = new ArrayList<>();
        parts.add(part("responders", cell -> Numbers.share(cell.response())));
        if (table().points().size() > 1) {
            parts.add(part("continued", cell -> Numbers.share(cell.continued())));
        }
        parts.add(part("followUp", cell -> Numbers.share(cell.followed())));
        for (int rule = 0; rule < table().rules().size(); rule++) {
            parts.add(means(rule));
        }
        return parts;
    }

    private Part part(String key, Function<Cell, String> said) {
        List<Row> rows = table().groups().stream()
                .map(group -> new Row(
                        name(group),
                        of(group),
                        figures(group.cells().stream().map(said).toList())))
                .toList();
        String initial = table().initial() == null ? "" : table().initial().name();
        return new Part(key, Words.of(ROOM, key), Words.of(ROOM, key + "Hint", initial), columns(), rows);
    }

    /** The means of one rule's item among those who respond, in each group. */
    private Part means(int rule) {
        ResponseTable.Rule judged = table().rules().get(rule);
        String unit = judged.unit().isEmpty() ? "" : " (" + judged.unit() + ")";
        Part cells = part(
                "means",
                cell -> cell.means().get(rule).known() ? said(cell.means().get(rule)) : "–");
        return new Part(
                "means-" + judged.rule().item(),
                Words.of(ROOM, "meansOf", judged.question() + unit),
                cells.hint(),
                cells.columns(),
                cells.rows());
    }

    private static String said(Mean mean) {
        return Words.of(ROOM, "meanOf", Numbers.number(mean.mean()), mean.n());
    }

    private List<String> columns() {
        return table().points().stream().map(TimePoint::name).toList();
    }

    private List<Figure> figures(List<String> words) {
        List<String> columns = columns();
        return IntStream.range(0, words.size())
                .mapToObj(at -> new Figure(columns.get(at), words.get(at)))
                .toList();
    }

    private static String name(Group group) {
        return group.question() == null ? Words.of(ROOM, "all") : group.answer();
    }

    private static String of(Group group) {
        return Objects.toString(group.question(), "");
    }

    /** By what the groups in the chart are made: what is asked, or the treatment once it is known. */
    public List<Option> getGroupings() {
        return questions().stream()
                .map(question -> Option.of(question, question, question.equals(getGrouping())))
                .toList();
    }

    private List<String> questions() {
        return table().groups().stream()
                .map(Group::question)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** By what the groups in the chart are made; empty where there are none. */
    public String getGrouping() {
        String asked = request.getParameter("by");
        return questions().contains(asked)
                ? asked
                : questions().stream().findFirst().orElse("");
    }

    /** Percent of responders by visit: all, then each group of one grouping that has any member. */
    public String getChart() {
        List<ChartData.Line> lines = table().groups().stream()
                .filter(group -> group.size() > 0)
                .filter(group -> group.question() == null || group.question().equals(getGrouping()))
                .map(group -> new ChartData.Line(
                        name(group),
                        group.cells().stream()
                                .map(cell -> cell.response().of() == 0
                                        ? null
                                        : Integer.valueOf(cell.response().percent()))
                                .toList()))
                .toList();
        return new ChartData("bars", Words.of(ROOM, "percentOfFollowed"), columns(), lines).json();
    }

    /** The address of the file with the same figures. */
    public String getFile() {
        String limits = table().rules().stream()
                .map(rule -> "&limit=" + rule.rule().limit().toPlainString())
                .collect(Collectors.joining());
        return "/entry/outcomes/responses.csv?" + shell.getQuery() + "&response="
                + URLEncoder.encode(getChosen(), StandardCharsets.UTF_8) + limits;
    }

    private OutcomeChoices choices() {
        if (choices == null) {
            choices = outcomes.choices(shell.scope());
        }
        return choices;
    }

    private ResponseTable table() {
        if (table == null) {
            table = outcomes.responses(shell.scope(), getChosen(), limits());
        }
        return table;
    }

    private List<BigDecimal> limits() {
        try {
            return Numbers.limits(typed());
        } catch (Invalid wrong) {
            problem = wrong.sentence();
            return List.of();
        }
    }

    /** The limits of the address; none when they were typed for another definition than the one now chosen. */
    private String[] typed() {
        String of = request.getParameter("of");
        return of == null || of.equals(getChosen()) ? request.getParameterValues("limit") : null;
    }
}
