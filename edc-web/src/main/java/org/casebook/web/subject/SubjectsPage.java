package org.casebook.web.subject;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** How many participants a page may show. */
    private static final List<Integer> SIZES = List.of(15, 50, 200);

    private static final int USUAL_SIZE = 50;

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
    private Long found;

    /** A choice of the status filter; {@code chosen} is {@code selected} or null. */
    public record StatusChoice(String value, String word, String chosen) {}

    /** A choice of how many to show; {@code chosen} is {@code selected} or null. */
    public record SizeChoice(int rows, String chosen) {}

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
        int shown = getMatrix().rows().size();
        return shown == found()
                ? Words.of("subject", "count", shown, found())
                : Words.of("subject", "countPage", filter().first() + 1, filter().first() + shown, found());
    }

    private long found() {
        if (found == null) {
            found = enrolment.count(shell.scope(), filter());
        }
        return found;
    }

    public boolean isEarlierThere() {
        return filter().first() > 0;
    }

    public boolean isLaterThere() {
        return filter().first() + filter().size() < found();
    }

    /** Address of the page before this one. */
    public String getEarlier() {
        return pageFrom(Math.max(0, filter().first() - filter().size()));
    }

    /** Address of the page after this one. */
    public String getLater() {
        return pageFrom(filter().first() + filter().size());
    }

    private String pageFrom(int first) {
        SubjectFilter filter = filter();
        return "/subject/subjects.xhtml?" + shell.getQuery()
                + (filter.status() == null ? "" : "&status=" + filter.status())
                + (filter.text() == null ? "" : "&text=" + URLEncoder.encode(filter.text(), StandardCharsets.UTF_8))
                + "&rows=" + filter.size() + "&from=" + first;
    }

    public List<SizeChoice> getSizeChoices() {
        return SIZES.stream()
                .map(size -> new SizeChoice(size, size == filter().size() ? "selected" : null))
                .toList();
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
        int size = number("rows", USUAL_SIZE);
        return new SubjectFilter(
                status, request.getParameter("text"), number("from", 0), SIZES.contains(size) ? size : USUAL_SIZE);
    }

    /** A number of the address; what is none counts as not given. */
    private int number(String name, int otherwise) {
        String text = request.getParameter(name);
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
