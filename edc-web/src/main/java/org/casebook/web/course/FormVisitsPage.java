package org.casebook.web.course;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.casebook.course.Course;
import org.casebook.course.FormTable;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** One form of one participant at all its visits, to read. */
@Named
@RequestScoped
public class FormVisitsPage {

    @Inject
    private Course course;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private FormTable table;

    public FormTable getTable() {
        if (table == null) {
            table = course.table(shell.scope(), subject(), request.getParameter("form"));
        }
        return table;
    }

    public String getTitle() {
        return Words.of("course", "visitsOf", getTable().name());
    }

    public boolean isBare() {
        return getTable().visits().isEmpty();
    }

    public boolean isFilled() {
        return !isBare();
    }

    /** How many columns a heading spans. */
    public int getWidth() {
        return getTable().visits().size() + 1;
    }

    /** What stands in a cell: the answer, why there is none, or that it is not asked. */
    public String said(FormTable.Cell cell) {
        if (!cell.asked()) {
            return Words.of("course", "notAsked");
        }
        if (cell.value() != null) {
            return cell.value();
        }
        return cell.leftBlank() == null
                ? Words.of("course", "nothing")
                : Words.of("capture", "blank." + cell.leftBlank());
    }

    /** How a cell looks: an answer, or quiet. */
    public String look(FormTable.Cell cell) {
        if (cell.flagged()) {
            return "flagged";
        }
        return cell.value() == null ? "soft" : "";
    }

    private String subject() {
        String subject = request.getParameter("subject");
        if (subject == null || subject.isBlank()) {
            throw new Invalid(Sentence.of("kernel", "addressNoParticipant"));
        }
        return subject;
    }
}
