package org.casebook.web.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.ToLongFunction;
import org.casebook.outcome.Conduct;
import org.casebook.outcome.Outcomes;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** How complete visits are and how soon they are entered. */
@Named
@RequestScoped
public class ConductPage {

    private static final String ROOM = "outcome";

    @Inject
    private Outcomes outcomes;

    @Inject
    private Shell shell;

    private Conduct conduct;

    public record Row(String site, String visits, String complete, String forms, String median, String slowest) {}

    public boolean isCounted() {
        return !conduct().sites().isEmpty();
    }

    public List<Row> getRows() {
        return conduct().sites().stream()
                .map(line -> new Row(
                        line.site() == null ? Words.of(ROOM, "allSites") : line.site(),
                        Numbers.share(line.visits()),
                        Numbers.share(line.complete()),
                        Integer.toString(line.delay().forms()),
                        days(line.delay().median()),
                        days(line.delay().slowest())))
                .toList();
    }

    private static String days(long days) {
        return days < 0 ? "–" : Words.of(ROOM, "days", days);
    }

    /** Visits and forms beside each other, by site. */
    public String getCompleteness() {
        return chart(
                "percentAxis",
                line("visitsHeld", site -> site.visits().percent()),
                line("complete", site -> site.complete().percent()));
    }

    public String getDelays() {
        return chart("delayAxis", line("delayAxis", site -> site.delay().median()));
    }

    private ChartData.Line line(String name, ToLongFunction<Conduct.Line> figure) {
        return new ChartData.Line(
                Words.of(ROOM, name),
                sites().stream()
                        .map(site -> Math.max(0, figure.applyAsLong(site)))
                        .toList());
    }

    private List<Conduct.Line> sites() {
        return conduct().sites().stream().filter(line -> line.site() != null).toList();
    }

    private String chart(String axis, ChartData.Line... lines) {
        return new ChartData(
                        "bars",
                        Words.of(ROOM, axis),
                        sites().stream().map(Conduct.Line::site).toList(),
                        List.of(lines))
                .json();
    }

    public String getFile() {
        return "/entry/outcomes/conduct.csv?" + shell.getQuery();
    }

    private Conduct conduct() {
        if (conduct == null) {
            conduct = outcomes.conduct(shell.scope());
        }
        return conduct;
    }
}
