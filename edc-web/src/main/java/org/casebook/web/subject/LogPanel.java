package org.casebook.web.subject;

import java.util.List;
import org.casebook.report.SubjectOverview;

/**
 * One log with its rows as drawn.
 *
 * @param enters whether the person may add rows
 * @param reads whether the person may see data
 */
public record LogPanel(SubjectOverview.LogLine log, boolean enters, boolean reads) {

    public List<FormCell> rows() {
        return log.rows().stream()
                .map(row -> new FormCell(row, null, true, false, reads))
                .toList();
    }

    public boolean blank() {
        return log.rows().isEmpty();
    }
}
