package org.casebook.web.transfer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.transfer.ClinicalImport;
import org.casebook.transfer.Finding;
import org.casebook.transfer.ImportOutcome.Counts;
import org.casebook.transfer.ImportReport;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** Clinical data from a file: choose it, read what it would change, take it. */
@Named
@RequestScoped
public class ImportPage {

    private static final String ROOM = "transfer";
    private static final int SHOWN = 300;

    @Inject
    private ClinicalImport imports;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private List<ImportReport> runs;
    private ImportReport report;

    /** A number with its word; the address shows the findings of this kind alone. */
    public record Count(String word, int number, String address, boolean chosen) {}

    /** One finding, for reading. */
    public record Line(
            int line, String place, String item, String kind, String before, String after, String sentence) {}

    /** A file in the list. */
    public record Run(long id, String name, String state, String when, String who, int values, int faults) {}

    public List<Run> getRuns() {
        if (runs == null) {
            runs = imports.list(shell.scope());
        }
        return runs.stream()
                .map(run -> new Run(
                        run.id(),
                        run.fileName(),
                        Words.of(ROOM, "state." + run.state()),
                        Times.text(run.takenAt() == null ? run.lookedAt() : run.takenAt()),
                        run.takenBy() == null ? run.lookedBy() : run.takenBy(),
                        run.outcome().counts().values(),
                        run.outcome().counts().faults()))
                .toList();
    }

    public boolean isFilled() {
        return !getRuns().isEmpty();
    }

    public boolean isChosen() {
        return request.getParameter("import") != null;
    }

    public ImportReport getReport() {
        if (report == null) {
            report = imports.get(shell.scope(), number(request.getParameter("import")));
        }
        return report;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            throw new Invalid(Sentence.of("transfer", "addressNoImport"));
        }
    }

    /** What the file does here, in one sentence. */
    public String getSummary() {
        Counts counts = getReport().outcome().counts();
        return Words.of(ROOM, "summary", counts.subjects(), counts.added(), counts.forms(), counts.values());
    }

    public String getTone() {
        if (getReport().outcome().counts().faults() > 0) {
            return "note tone-bad";
        }
        return getReport().takeable() ? "note tone-info" : "note tone-good";
    }

    /** What to do next. */
    public String getNext() {
        if (getReport().outcome().counts().faults() > 0) {
            return Words.of(ROOM, "nextFaults");
        }
        return getReport().takeable()
                ? Words.of(ROOM, "nextTake")
                : Words.of(
                        ROOM,
                        "nextTaken",
                        getReport().takenBy(),
                        Times.text(getReport().takenAt()));
    }

    /** How the dialog asks for the reason: required where values change. */
    public String getReasonAsked() {
        return getReport().reasonDue() ? "required" : "optional";
    }

    /** What was passed over; asked for by the page before it knows whether it shows a report, as the two that follow. */
    public List<String> getNotes() {
        return isChosen() ? getReport().outcome().notes() : List.of();
    }

    public List<Count> getCounts() {
        if (!isChosen()) {
            return List.of();
        }
        Counts counts = getReport().outcome().counts();
        return Stream.of(
                        count(null, counts.values()),
                        count(Finding.Kind.FAULT, counts.faults()),
                        count(Finding.Kind.NEW, counts.fresh()),
                        count(Finding.Kind.DIFFERENT, counts.different()),
                        count(Finding.Kind.REMOVED, counts.removed()),
                        count(Finding.Kind.SAME, counts.same()),
                        count(Finding.Kind.COMPUTED, counts.computed()))
                .filter(count -> count.number() > 0)
                .toList();
    }

    private Count count(Finding.Kind kind, int number) {
        String word = Words.of(ROOM, "kind." + (kind == null ? "ALL" : kind));
        String address = "/transfer/import.xhtml?" + shell.getQuery() + "&import="
                + getReport().id();
        return new Count(word, number, kind == null ? address : address + "&kind=" + kind, kind == kind());
    }

    /** The kind that the address names; null: all. */
    private Finding.Kind kind() {
        String wanted = request.getParameter("kind");
        return Arrays.stream(Finding.Kind.values())
                .filter(kind -> kind.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    public List<Line> getLines() {
        if (!isChosen()) {
            return List.of();
        }
        Finding.Kind wanted = kind();
        return getReport().outcome().findings().stream()
                .filter(finding -> wanted == null || finding.kind() == wanted)
                .limit(SHOWN)
                .map(ImportPage::line)
                .toList();
    }

    private static Line line(Finding finding) {
        String place = Stream.of(finding.subject(), finding.event(), finding.form(), finding.row())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return new Line(
                finding.line(),
                place,
                Objects.toString(finding.item(), ""),
                Words.of(ROOM, "kind." + finding.kind()),
                Objects.toString(finding.before(), ""),
                Objects.toString(finding.after(), ""),
                Objects.toString(finding.sentence(), ""));
    }

    /** That not all findings are shown; empty when they are. */
    public String getMore() {
        long all = getReport().outcome().findings().stream()
                .filter(finding -> kind() == null || finding.kind() == kind())
                .count();
        return all <= SHOWN ? "" : Words.of(ROOM, "more", SHOWN, all);
    }

    public boolean isMoreThanShown() {
        return !getMore().isEmpty();
    }
}
