package org.casebook.web.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casebook.outcome.ChangeTable;
import org.casebook.outcome.Conduct;
import org.casebook.outcome.Mean;
import org.casebook.outcome.ResponseTable;
import org.casebook.outcome.ResponseTable.Cell;
import org.casebook.outcome.ResponseTable.Group;
import org.casebook.outcome.Share;
import org.casebook.report.Recruitment;
import org.casebook.web.shell.Csv;

/** The tables as CSV, unrounded; visits by their OIDs. */
final class OutcomeCsv {

    private OutcomeCsv() {}

    static String of(ResponseTable table) {
        String head = "subgroup,answer,event,due,followed,responders,percent,initial_followed,initial_respond"
                + String.join(
                        "",
                        table.rules().stream()
                                .map(rule ->
                                        ",mean_of_responders_" + rule.rule().item())
                                .toList());
        return Csv.of(
                head,
                table.groups().stream()
                        .flatMap(group -> IntStream.range(0, table.points().size())
                                .mapToObj(at -> line(
                                        group,
                                        table.points().get(at).event(),
                                        group.cells().get(at)))));
    }

    private static String line(Group group, String event, Cell cell) {
        List<Object> cells = new ArrayList<>(Stream.of(group.question(), group.answer(), event)
                .map(text -> text == null ? "" : text)
                .toList());
        Share still = cell.continued();
        cells.addAll(List.of(
                cell.followed().of(),
                cell.followed().part(),
                cell.response().part(),
                cell.response().of() == 0 ? "" : cell.response().percent(),
                still == null ? "" : still.of(),
                still == null ? "" : still.part()));
        cell.means().forEach(mean -> cells.add(mean.known() ? mean.mean() : ""));
        return Csv.line(cells.toArray());
    }

    static String of(ChangeTable table) {
        Stream<String> means = Stream.concat(
                means("all", table.points()),
                table.arms().stream().flatMap(arm -> means(arm.treatment(), arm.points())));
        Stream<String> values = table.lines().stream()
                .flatMap(line -> IntStream.range(0, table.points().size())
                        .filter(at -> line.values().get(at) != null)
                        .mapToObj(at -> Csv.line(
                                "participant",
                                line.subject(),
                                table.points().get(at).point().event(),
                                1,
                                line.values().get(at),
                                null,
                                null,
                                null,
                                line.change(at))));
        return Csv.of("kind,of,event,n,value,deviation,low,high,change", Stream.concat(means, values));
    }

    private static Stream<String> means(String of, List<ChangeTable.Point> points) {
        return points.stream()
                .flatMap(point -> Stream.of(
                        mean("value", of, point.point().event(), point.value()),
                        mean("change", of, point.point().event(), point.change())));
    }

    private static String mean(String kind, String of, String event, Mean mean) {
        return Csv.line(
                "mean_" + kind, of, event, mean.n(), mean.mean(), mean.deviation(), mean.low(), mean.high(), null);
    }

    static String of(Recruitment recruitment) {
        return Csv.of(
                "month,screened," + (recruitment.randomizes() ? "randomised" : "enrolled") + ",planned",
                recruitment.months().stream()
                        .map(month -> Csv.line(
                                month.month().toString(),
                                month.future() ? "" : month.screened(),
                                month.future() ? "" : month.entered(),
                                month.planned() == null ? "" : month.planned())));
    }

    static String of(Conduct conduct) {
        return Csv.of(
                "site,visits_due,visits_done,forms_expected,forms_closed,forms_begun,median_days,ninth_tenth_days",
                conduct.sites().stream()
                        .map(line -> Csv.line(
                                line.site() == null ? "all" : line.site(),
                                line.visits().of(),
                                line.visits().part(),
                                line.complete().of(),
                                line.complete().part(),
                                line.delay().forms(),
                                line.delay().forms() == 0 ? "" : line.delay().median(),
                                line.delay().forms() == 0 ? "" : line.delay().slowest())));
    }
}
