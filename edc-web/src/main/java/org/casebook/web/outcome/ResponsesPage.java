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
import org.casebook.outcome.OutcomeChoices;
import org.casebook.outcome.Outcomes;
import org.casebook.outcome.ResponseTable;
import org.casebook.outcome.ResponseTable.Cell;
import org.casebook.outcome.ResponseTable.Group;
import org.casebook.outcome.TimePoint;
import org.casebook.web.shell.Shell;
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

    /** @param selected {@code selected} for the one chosen, else null */
    public record Option(String value, String label, String selected) {}

    /**
     * One limit that can be tried.
     *
     * @param usual the study's own, in words
     */
    public record Limit(String label, String value, String usual) {}

    /** One part of the page: a table of groups and visits. */
    public record Part(String key, String heading, String hint, List<String> columns, List<Row> rows) {}

    public record Row(String name, String of, List<Figure> figures) {}

    public record Figure(String column, String words) {}

    public boolean isDefined() {
        return !choices().responses().isEmpty();
    }

    public List<Option> getOptions() {
        return choices().responses().stream()
                .map(choice ->
                        new Option(choice.oid(), choice.name(), choice.oid().equals(chosen()) ? "selected" : null))
                .toList();
    }

    public List<Limit> getLimits() {
        return table().rules().stream()
                .map(rule -> new Limit(
                        Words.of(
                                ROOM,
                                "rule" + rule.rule().kind(),
                                rule.question(),
                                rule.unit().isEmpty() ? "" : " " + rule.unit()),
                        rule.rule().limit().toPlainString(),
                        Words.of(ROOM, "usual", rule.usual().toPlainString())))
                .toList();
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
        parts.add(means());
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

    /** The means of responders, of all participants together. */
    private Part means() {
        List<Row> rows = IntStream.range(0, table().rules().size())
                .mapToObj(rule -> new Row(
                        table().rules().get(rule).question(),
                        table().rules().get(rule).unit(),
                        figures(table().groups().get(0).cells().stream()
                                .map(cell -> cell.means().get(rule))
                                .map(mean -> mean.known()
                                        ? Words.of(ROOM, "meanOf", Numbers.number(mean.mean()), mean.n())
                                        : "–")
                                .toList())))
                .toList();
        return new Part("means", Words.of(ROOM, "means"), Words.of(ROOM, "meansHint"), columns(), rows);
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

    /** Percent of responders by visit: all, then each subgroup that has any member. */
    public String getChart() {
        List<ChartData.Line> lines = table().groups().stream()
                .filter(group -> group.size() > 0)
                .map(group -> new ChartData.Line(
                        group.question() == null ? name(group) : of(group) + ": " + name(group),
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
                + URLEncoder.encode(chosen(), StandardCharsets.UTF_8) + limits;
    }

    private String chosen() {
        String asked = request.getParameter("response");
        return asked == null || asked.isBlank() ? choices().responses().get(0).oid() : asked;
    }

    private OutcomeChoices choices() {
        if (choices == null) {
            choices = outcomes.choices(shell.scope());
        }
        return choices;
    }

    private ResponseTable table() {
        if (table == null) {
            List<BigDecimal> limits = Numbers.limits(request.getParameterValues("limit"));
            table = outcomes.responses(shell.scope(), chosen(), limits);
        }
        return table;
    }
}
