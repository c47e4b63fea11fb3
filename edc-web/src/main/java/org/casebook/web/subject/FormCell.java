package org.casebook.web.subject;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.casebook.report.SubjectOverview;
import org.casebook.web.shell.Words;

/**
 * One form of a visit, or one row of a log, as it is drawn.
 *
 * @param event event OID; null for log rows
 * @param open whether data may come into it at all: not so of a visit that did not take place
 * @param enters whether the person may start it
 * @param reads whether the person may open it
 */
public record FormCell(SubjectOverview.FormLine form, String event, boolean open, boolean enters, boolean reads) {

    public boolean openable() {
        return form.formId() != null && reads;
    }

    /** Whether there is something whose state can be told: not so of a row that may be added. */
    public boolean standing() {
        return !form.adds();
    }

    /** Whether it is a form without rows that is not begun: looking at it begins nothing. */
    public boolean seated() {
        return form.formId() == null && event != null && open && reads && !form.rows();
    }

    /** Visit and form as they stand in an address. */
    public String seat() {
        return "event=" + URLEncoder.encode(event, StandardCharsets.UTF_8) + "&form="
                + URLEncoder.encode(form.form(), StandardCharsets.UTF_8);
    }

    /** Whether its next row may be added here. */
    public boolean startable() {
        return form.formId() == null && enters && form.rows();
    }

    /** Neither to be opened nor started by this person: its name alone is shown. */
    public boolean plain() {
        return !openable() && !seated() && !startable();
    }

    public boolean queried() {
        return form.openQueries() > 0;
    }

    public String queries() {
        return Words.of("subject", "openQueries", form.openQueries());
    }

    /** The form's name; for a row its number and what it is about. */
    public String name() {
        if (form.adds()) {
            return Words.of("subject", "addRowOf", form.name());
        }
        if (form.row() == null) {
            return form.name();
        }
        String row = Words.of("subject", "row", form.row(), form.label());
        return event == null ? row : form.name() + ", " + row;
    }

    public String note() {
        return form.optional() && form.formId() == null && !form.adds() ? Words.of("subject", "ifApplicable") : "";
    }
}
