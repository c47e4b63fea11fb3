package org.casebook.web.subject;

import java.util.List;
import org.casebook.report.SubjectOverview;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitState;
import org.casebook.web.shell.Words;

/**
 * One visit as its row is drawn.
 *
 * @param enters whether the person may enter data for this participant
 * @param reads whether the person may see data
 */
public record VisitRow(SubjectOverview.VisitLine line, boolean enters, boolean reads) {

    public PlannedVisit visit() {
        return line.visit();
    }

    public String window() {
        if (visit().window() == null) {
            return visit().state() == VisitState.UNPLANNED ? Words.of("subject", "noWindow") : "";
        }
        return HourWords.window(visit().window());
    }

    /** The window word by word, so that no date is broken at the end of a line. */
    public List<String> windowWords() {
        return List.of(window().split(" "));
    }

    /** When it took place, with the time where that matters. */
    public String when() {
        return HourWords.date(visit());
    }

    public String date() {
        return visit().date() == null ? "" : visit().date().toString();
    }

    public String reason() {
        return visit().reason() == null ? "" : visit().reason();
    }

    /** Whether it can be asked why: whatever is not as it should be, or not to be expected. */
    public boolean wondered() {
        return visit().state() != VisitState.IN_WINDOW && visit().state() != VisitState.DONE;
    }

    /** What a screen reader hears of the question why. */
    public String wonder() {
        return Words.of("explanation", "whyOf", visit().name());
    }

    public boolean recorded() {
        return visit().date() != null || notDone();
    }

    public boolean notDone() {
        return visit().state() == VisitState.NOT_DONE;
    }

    /** The words of the button that opens the date field. */
    public String dateWords() {
        return Words.of("subject", visit().date() == null ? "recordDate" : "changeDate");
    }

    public boolean datable() {
        return enters && !notDone();
    }

    /** Whether it can be recorded as not done, or a record be taken back. */
    public boolean skippable() {
        return enters && !recorded();
    }

    public boolean revocable() {
        return enters && recorded();
    }

    public List<FormCell> forms() {
        return line.forms().stream()
                .filter(form -> !form.adds() || enters && !notDone())
                .map(form -> new FormCell(form, visit().event(), !notDone(), enters && !notDone(), reads))
                .toList();
    }
}
