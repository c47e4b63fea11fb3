package org.casebook.web.crossover;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.casebook.crossing.CrossingLine;
import org.casebook.crossover.CrossoverDesk;
import org.casebook.crossover.CrossoverView;
import org.casebook.crossover.UnblindingDesk;
import org.casebook.crossover.UnblindingView;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.randomization.Allocation;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** One participant's planned unblinding, and for who may know the treatment the way to a later period. */
@Named
@RequestScoped
public class CrossoverPage {

    private static final String ROOM = "crossover";

    @Inject
    private UnblindingDesk unblinding;

    @Inject
    private CrossoverDesk desk;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private UnblindingView state;
    private Allocation treatment;
    private CrossoverView crossover;

    /** One record about the way to a later period. */
    public record Line(String what, String who) {}

    public String getKey() {
        String subject = request.getParameter("subject");
        if (subject == null || subject.isBlank()) {
            throw new Invalid(Words.of(ROOM, "noSubject"));
        }
        return subject;
    }

    public UnblindingView getState() {
        if (state == null) {
            state = unblinding.state(shell.scope(), getKey());
        }
        return state;
    }

    public boolean isDone() {
        return getState().done() != null;
    }

    public String getDoneSentence() {
        return Words.of(
                ROOM,
                "doneBy",
                Times.text(getState().done().at()),
                getState().done().by());
    }

    public String getDoneReason() {
        return getState().done().reason() == null ? "" : getState().done().reason();
    }

    /** Whether the treatment can be made known now by this person. */
    public boolean isUnblinder() {
        return getState().possible() && shell.may(Permission.UNBLIND);
    }

    public boolean isHindered() {
        return getState().why() != null;
    }

    public String getSigner() {
        return shell.getPerson();
    }

    /** Whether the treatment is known to this person. */
    public boolean isKnown() {
        return isDone() && shell.may(Permission.VIEW_UNBLINDED);
    }

    public Allocation getTreatment() {
        if (treatment == null) {
            treatment = unblinding.treatment(shell.scope(), getKey());
        }
        return treatment;
    }

    public CrossoverView getCrossover() {
        if (crossover == null) {
            crossover = desk.get(shell.scope(), getKey());
        }
        return crossover;
    }

    /** Whether the other treatment lies before the participant, as far as this person may know. */
    public boolean isCrossing() {
        return isKnown() && getCrossover().crosses();
    }

    public boolean isStaying() {
        return isKnown() && !getCrossover().crosses();
    }

    public boolean isWaited() {
        return !getCrossover().waiting().isEmpty();
    }

    /** Whether nothing is missing and the treatment is not given yet. */
    public boolean isOpen() {
        return !isWaited() && !getCrossover().given();
    }

    public boolean isPreparer() {
        return shell.may(Permission.RECORD_PREPARATION) && !getCrossover().given();
    }

    public boolean isRefusable() {
        return shell.may(Permission.ENROL)
                && !getCrossover().given()
                && !getCrossover().refusing();
    }

    public boolean isResumable() {
        return shell.may(Permission.ENROL) && getCrossover().refusing();
    }

    public boolean isNoted() {
        return !getLines().isEmpty();
    }

    /** What was recorded, the newest first. */
    public List<Line> getLines() {
        return newestFirst().stream().map(CrossoverPage::line).toList();
    }

    private List<CrossingLine> newestFirst() {
        List<CrossingLine> lines = new ArrayList<>(getCrossover().history());
        Collections.reverse(lines);
        return lines;
    }

    private static Line line(CrossingLine line) {
        return new Line(
                Words.of(ROOM, "kind." + line.kind(), line.text()),
                Words.of(ROOM, "by", Times.text(line.at()), line.by()));
    }
}
