package org.casebook.web.standing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.casebook.kernel.Permission;
import org.casebook.standing.ScreeningLine;
import org.casebook.standing.ScreeningLog;
import org.casebook.subject.SubjectStatus;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** The screening log of a site, or of all sites: everybody who was screened, and how that came out. */
@Named
@RequestScoped
public class ScreeningPage {

    @Inject
    private ScreeningLog log;

    @Inject
    private Shell shell;

    private List<ScreeningLine> lines;

    public List<ScreeningLine> getLines() {
        if (lines == null) {
            lines = log.list(shell.scope());
        }
        return lines;
    }

    public boolean isNobody() {
        return getLines().isEmpty();
    }

    /** How many were screened, failed, enrolled, and are open. */
    public String getCount() {
        long failed = getLines().stream().filter(line -> line.outcome().isEnd()).count();
        long open = getLines().stream()
                .filter(line -> line.outcome() == SubjectStatus.SCREENING)
                .count();
        return Words.of(
                "standing",
                "screeningCount",
                getLines().size(),
                failed,
                getLines().size() - failed - open,
                open);
    }

    /** Empty while the date is not known. */
    public String day(LocalDate date) {
        return Objects.toString(date, "");
    }

    public String failing(ScreeningLine line) {
        return String.join(", ", line.failing());
    }

    /** From where he came, or to where he went; empty for who was never transferred. */
    public String moved(ScreeningLine line) {
        if (line.moved() == null) {
            return "";
        }
        String day = line.moved().on().toString();
        return line.left()
                ? Words.of("standing", "wentTo", line.moved().to(), day)
                : Words.of("standing", "cameFrom", line.moved().from(), day);
    }

    /** His page; of who left what this site recorded. */
    public String href(ScreeningLine line) {
        if (line.left() && !shell.may(Permission.VIEW_AUDIT)) {
            return "/subject/subject.xhtml?study=" + shell.getStudy() + "&site="
                    + line.moved().to() + "&subject=" + line.subject();
        }
        return line.left()
                ? "/subject/past.xhtml?study=" + shell.getStudy() + "&site=" + line.site() + "&subject="
                        + line.subject()
                : "/subject/subject.xhtml?" + shell.getQuery() + "&subject=" + line.subject();
    }

    public boolean again(ScreeningLine line) {
        return line.earlier() != null;
    }
}
