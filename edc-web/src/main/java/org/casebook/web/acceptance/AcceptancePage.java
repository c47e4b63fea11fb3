package org.casebook.web.acceptance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casebook.acceptance.Acceptance;
import org.casebook.acceptance.RunResult;
import org.casebook.acceptance.RunView;
import org.casebook.kernel.Permission;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;
import org.casebook.web.study.Workspace;

/** A version's test participants: what the run came to, step by step, and releasing the version by it. */
@Named
@RequestScoped
public class AcceptancePage {

    private static final String ROOM = "acceptance";

    @Inject
    private Acceptance acceptance;

    @Inject
    private Workspace workspace;

    @Inject
    private Shell shell;

    private Optional<RunView> run;

    private Optional<RunView> run() {
        if (run == null) {
            run = acceptance.latest(shell.scope(), workspace.getVersion().id());
        }
        return run;
    }

    public boolean isRan() {
        return run().isPresent();
    }

    public boolean isNotRun() {
        return !isRan();
    }

    public RunView getRun() {
        return run().orElseThrow();
    }

    /** Key of {@code edc:status} for the run as a whole. */
    public String getOutcome() {
        return getRun().result().isEmpty() ? "NOTHING_TRIED" : outcome(getRun().green());
    }

    public String outcome(boolean passed) {
        return passed ? "PASSED" : "FAILED";
    }

    /** The run in a sentence. */
    public String getSummary() {
        RunResult result = getRun().result();
        return result.isEmpty()
                ? Words.of(ROOM, "nothingToRun")
                : Words.of(ROOM, "summary", result.participants().size(), result.steps(), result.failures());
    }

    public String getRanText() {
        return Words.of(ROOM, "ranBy", Times.text(getRun().ranAt()), getRun().ranBy(), getRun().software());
    }

    public boolean isSigned() {
        return run().filter(RunView::signed).isPresent();
    }

    public String getSignedText() {
        RunView.Signed signed = getRun().signature();
        return Words.of(ROOM, "signedBy", signed.name(), Times.text(signed.at()));
    }

    public String getMeaning() {
        return getRun().signature().meaning();
    }

    /** Red ones first: they are what is looked for. */
    public List<RunResult.Participant> getParticipants() {
        return run().map(found -> found.result().participants()).orElse(List.of()).stream()
                .sorted(Comparator.comparing(RunResult.Participant::passed))
                .toList();
    }

    /** Red ones first, each with its line in the file. */
    public List<RunResult.Step> steps(RunResult.Participant participant) {
        return participant.steps().stream()
                .sorted(Comparator.comparing(RunResult.Step::passed))
                .toList();
    }

    /** How many steps a participant has and how many are red. */
    public String counts(RunResult.Participant participant) {
        return Words.of(ROOM, "counts", participant.steps().size(), participant.failures());
    }

    /** Red ones are laid open; null leaves the attribute out. */
    public String opened(RunResult.Participant participant) {
        return participant.passed() ? null : "open";
    }

    public String row(RunResult.Step step) {
        return step.passed() ? "" : "step-failed";
    }

    /** Whether the person can run the version now. */
    public boolean isRunnable() {
        return shell.may(Permission.LOAD_STUDY) && !workspace.getVersion().released();
    }

    /** Whether the version waits for the person's signature, and its run is green. */
    public boolean isSignable() {
        return isRunnable() && isGreen() && !shell.isCopy();
    }

    /** Whether the version can be released without a signature, since nobody in it exists. */
    public boolean isReleasable() {
        return isRunnable() && isGreen() && shell.isCopy();
    }

    private boolean isGreen() {
        return run().filter(RunView::green).isPresent();
    }
}
