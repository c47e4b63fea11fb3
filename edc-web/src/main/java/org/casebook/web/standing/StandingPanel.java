package org.casebook.web.standing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.casebook.kernel.Permission;
import org.casebook.standing.Standing;
import org.casebook.standing.StandingLine;
import org.casebook.standing.StandingView;
import org.casebook.subject.SubjectStatus;
import org.casebook.subject.WithdrawalScope;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Statuses;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** Where a participant stands, what led there, and what can follow: a panel of the participant's page. */
@Named
@RequestScoped
public class StandingPanel {

    @Inject
    private Standing standing;

    @Inject
    private Shell shell;

    @Inject
    private Statuses statuses;

    @Inject
    private HttpServletRequest request;

    private StandingView view;

    /** A choice of a list. */
    public record Choice(String value, String word) {}

    /**
     * A criterion to tick.
     *
     * @param ticked {@code checked} when the forms say that it is not met, else null
     */
    public record Tick(String number, String ticked) {}

    /**
     * One step as it is drawn.
     *
     * @param when date and reason
     * @param who who recorded it, and when
     * @param more what belongs to it: from what was withdrawn, which criteria were not met; may be empty
     * @param back that it was taken back, with who, when and why; empty while it holds
     */
    public record Line(String state, String when, String who, String more, String back) {

        public boolean isBack() {
            return !back.isEmpty();
        }
    }

    public StandingView getView() {
        if (view == null) {
            view = standing.get(shell.scope(), request.getParameter("subject"));
        }
        return view;
    }

    public List<Line> getHistory() {
        return getView().history().stream().map(this::line).toList();
    }

    public boolean isUneventful() {
        return getView().history().isEmpty();
    }

    /** Whether the person may take a step from here. */
    public boolean isChangeable() {
        return isDecider() && !getView().next().isEmpty();
    }

    /** Whether the person may take the last step back. */
    public boolean isRevocable() {
        return isDecider() && getView().revocable();
    }

    /** Whether the person may screen this one again. */
    public boolean isAgainable() {
        return isDecider() && getView().participant().status() == SubjectStatus.SCREEN_FAILED;
    }

    private boolean isDecider() {
        return shell.may(Permission.ENROL) && !getView().participant().locked();
    }

    public List<Choice> getChoices() {
        return getView().next().stream()
                .map(status -> new Choice(status.name(), statuses.word(status)))
                .toList();
    }

    public List<Choice> getScopes() {
        boolean treated = getView().participant().status() != SubjectStatus.SCREENING;
        return Arrays.stream(WithdrawalScope.values())
                .filter(from -> treated || from != WithdrawalScope.TREATMENT)
                .map(from -> new Choice(from.name(), Words.of("standing", "from." + from)))
                .toList();
    }

    public List<Tick> getCriteria() {
        return getView().criteria().stream()
                .map(number -> new Tick(number, getView().failing().contains(number) ? "checked" : null))
                .toList();
    }

    private Line line(StandingLine step) {
        String from = step.from() == null ? "" : Words.of("standing", "from." + step.from());
        String criteria =
                step.criteria().isEmpty() ? "" : Words.of("standing", "notMet", String.join(", ", step.criteria()));
        return new Line(
                step.status().name(),
                Words.of("standing", "when", step.on().toString(), step.reason()),
                Words.of("standing", "who", step.person(), Times.text(step.at())),
                from + criteria,
                step.holds()
                        ? ""
                        : Words.of(
                                "standing",
                                "back",
                                step.back().person(),
                                Times.text(step.back().at()),
                                step.back().reason()));
    }
}
