package org.casebook.web.disclosure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casebook.disclosure.StudyUnblindingDesk;
import org.casebook.disclosure.StudyUnblindingView;
import org.casebook.disclosure.TreatmentLine;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Permission;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** How the unblinding of the study stands, and who received what once it took place. */
@Named
@RequestScoped
public class UnblindingPage {

    private static final String ROOM = "disclosure";

    @Inject
    private StudyUnblindingDesk desk;

    @Inject
    private Shell shell;

    @Inject
    private CurrentActor actor;

    private StudyUnblindingView state;
    private List<TreatmentLine> lines;

    /** How many received a treatment. */
    public record Count(String treatment, String text) {}

    public StudyUnblindingView getState() {
        if (state == null) {
            state = desk.state(shell.scope());
        }
        return state;
    }

    public boolean isDone() {
        return getState().done() != null;
    }

    public boolean isHindered() {
        return getState().why() != null;
    }

    /** Whether this person may unblind the study from here now. */
    public boolean isUnblinder() {
        return getState().isPossible() && shell.scope().wholeStudy() && shell.may(Permission.UNBLIND_STUDY);
    }

    public String getSigner() {
        return actor.get().fullName();
    }

    public String getDoneSentence() {
        return Words.of(
                ROOM,
                "doneBy",
                Times.text(getState().done().at()),
                getState().done().by());
    }

    public String getDoneReason() {
        return Words.of(ROOM, "why", getState().done().reason());
    }

    /** Looked up once it may be told; that it was looked at is recorded. */
    public List<TreatmentLine> getLines() {
        if (lines == null) {
            lines = isDone() ? desk.treatments(shell.scope()) : List.of();
        }
        return lines;
    }

    public boolean isFilled() {
        return isDone() && !getLines().isEmpty();
    }

    public boolean isNobody() {
        return isDone() && getLines().isEmpty();
    }

    /** How many received which treatment, by its name. */
    public List<Count> getCounts() {
        return getLines().stream()
                .collect(Collectors.groupingBy(TreatmentLine::treatment, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(count -> new Count(
                        count.getKey(),
                        Words.of(ROOM, "count", count.getValue(), getLines().size())))
                .toList();
    }
}
