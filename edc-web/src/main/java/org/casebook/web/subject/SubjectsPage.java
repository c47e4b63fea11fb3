package org.casebook.web.subject;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.casebook.kernel.Permission;
import org.casebook.report.Matrix;
import org.casebook.report.Reports;
import org.casebook.subject.Enrolment;
import org.casebook.subject.SubjectFilter;
import org.casebook.subject.SubjectStatus;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Statuses;
import org.casebook.web.shell.Words;

/** The matrix of participants and visits, with filter and search; the address holds both. */
@Named
@RequestScoped
public class SubjectsPage {

    private static final int PAGE = 200;

    @Inject
    private Reports reports;

    @Inject
    private Enrolment enrolment;

    @Inject
    private Shell shell;

    @Inject
    private Statuses statuses;

    @Inject
    private HttpServletRequest request;

    private Matrix matrix;

    /** A choice of the status filter; {@code chosen} is {@code selected} or null. */
    public record StatusChoice(String value, String word, String chosen) {}

    public Matrix getMatrix() {
        if (matrix == null) {
            matrix = reports.matrix(shell.scope(), filter());
        }
        return matrix;
    }

    public boolean isNobody() {
        return getMatrix().rows().isEmpty();
    }

    /** How many are shown of how many the filter finds. */
    public String getCount() {
        long all = enrolment.count(shell.scope(), filter());
        return Words.of("subject", "count", getMatrix().rows().size(), all);
    }

    public String getText() {
        return request.getParameter("text");
    }

    public boolean isFiltered() {
        return filter().status() != null || filter().text() != null;
    }

    public List<StatusChoice> getStatusChoices() {
        SubjectStatus chosen = filter().status();
        return Arrays.stream(SubjectStatus.values())
                .map(status ->
                        new StatusChoice(status.name(), statuses.word(status), status == chosen ? "selected" : null))
                .toList();
    }

    public boolean isAddable() {
        return !shell.scope().wholeStudy() && shell.may(Permission.ENROL);
    }

    public String getEmptyMessage() {
        return Words.of("subject", isFiltered() ? "noneFound" : "noneYet");
    }

    public String getEmptyNext() {
        return Words.of("subject", isFiltered() ? "noneFoundNext" : isAddable() ? "noneYetAdd" : "noneYetNext");
    }

    private SubjectFilter filter() {
        String wanted = request.getParameter("status");
        SubjectStatus status = Arrays.stream(SubjectStatus.values())
                .filter(candidate -> candidate.name().equals(wanted))
                .findFirst()
                .orElse(null);
        return new SubjectFilter(status, request.getParameter("text"), 0, PAGE);
    }
}
