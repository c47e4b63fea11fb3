package org.casebook.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebook.kernel.Permission;
import org.casebook.report.Recruitment;
import org.casebook.report.Reports;
import org.casebook.report.Worklist;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** What waits for the person at the place, and how recruitment goes there. */
@Named
@RequestScoped
public class HomePage {

    @Inject
    private Reports reports;

    @Inject
    private Shell shell;

    private Worklist worklist;
    private Recruitment recruitment;

    /**
     * Work of one sort as its panel is drawn.
     *
     * @param more words about what is not shown; empty when all is
     * @param moreHref where all of it stands
     */
    public record WorkPanel(
            String kind, String heading, String hint, List<WorkLine> lines, String more, String moreHref) {

        /** Whether there is more than is shown. */
        public boolean shortened() {
            return !more.isEmpty();
        }
    }

    public boolean isPlaced() {
        return shell.hasPlace();
    }

    public List<WorkPanel> getPanels() {
        return worklist().groups().stream().map(this::panel).toList();
    }

    public boolean isNothingToDo() {
        return worklist().groups().isEmpty();
    }

    public boolean isRecruiting() {
        return isPlaced() && shell.may(Permission.VIEW_SUBJECTS);
    }

    public boolean isRecruited() {
        return isRecruiting() && !recruitment().months().isEmpty();
    }

    public RecruitmentChart getChart() {
        return new RecruitmentChart(recruitment());
    }

    /** What it is to enter this study. */
    public String getEntered() {
        return Words.of("report", recruitment().randomizes() ? "randomized" : "enrolled");
    }

    public String getRecruitmentHint() {
        Recruitment present = recruitment();
        String key = present.randomizes() ? "recruited" : "recruitedByEnrolment";
        return present.planned() == null
                ? Words.of("report", key, present.screened(), present.entered())
                : Words.of("report", key + "OfPlan", present.screened(), present.entered(), present.planned());
    }

    public String getTitle() {
        return Words.of("report", "hello", shell.getPerson().split(" \\(")[0]);
    }

    private WorkPanel panel(Worklist.Group group) {
        String kind = group.kind().name();
        return new WorkPanel(
                kind,
                Words.of("report", "kind." + kind, group.total()),
                Words.of("report", "hint." + kind),
                group.items().stream()
                        .map(item -> new WorkLine(group.kind(), item, shell.getQuery(), shell.getStudy()))
                        .toList(),
                group.more() == 0 ? "" : Words.of("report", "more", group.more()),
                WorkLine.wholeList(group.kind(), shell.getQuery()));
    }

    private Worklist worklist() {
        if (worklist == null) {
            worklist = isPlaced() ? reports.worklist(shell.scope()) : new Worklist(List.of());
        }
        return worklist;
    }

    private Recruitment recruitment() {
        if (recruitment == null) {
            recruitment = reports.recruitment(shell.scope());
        }
        return recruitment;
    }
}
