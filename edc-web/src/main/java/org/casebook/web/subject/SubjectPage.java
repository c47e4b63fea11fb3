package org.casebook.web.subject;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Sentence;
import org.casebook.randomization.Randomization;
import org.casebook.randomization.Waiting;
import org.casebook.report.Reports;
import org.casebook.report.SubjectOverview;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.Participant;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** One participant: schedule with forms, logs, eligibility, randomisation, and how the participation ended. */
@Named
@RequestScoped
public class SubjectPage {

    @Inject
    private Reports reports;

    @Inject
    private Randomization randomization;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private SubjectOverview overview;
    private List<Waiting> waiting;
    private List<VisitRow> visits;

    public SubjectOverview getOverview() {
        if (overview == null) {
            String subject = request.getParameter("subject");
            if (subject == null || subject.isBlank()) {
                throw new Invalid(Sentence.of("kernel", "addressNoParticipant"));
            }
            overview = reports.subject(shell.scope(), subject);
        }
        return overview;
    }

    public Participant getPerson() {
        return getOverview().participant();
    }

    public String getKey() {
        return getPerson().key();
    }

    /** The state to show: locked outranks the rest. */
    public String getState() {
        return getPerson().locked() ? "LOCKED" : getPerson().status().name();
    }

    public String getAdded() {
        return LocalDate.ofInstant(getPerson().addedAt(), ZoneOffset.UTC).toString();
    }

    public String getConsent() {
        LocalDate date = getPerson().gate().consentDate();
        return date == null ? Words.of("subject", "notYet") : date.toString();
    }

    public String getRandomizationNumber() {
        return getPerson().randomized() ? getPerson().randomization().number() : Words.of("subject", "notYet");
    }

    public String getRandomizedOn() {
        return Words.of(
                "subject",
                "randomizedOn",
                getRandomizationNumber(),
                Times.text(getPerson().randomization().at()));
    }

    /** Each visit with its forms, and what this person may do about it. */
    public List<VisitRow> getVisits() {
        if (visits == null) {
            boolean enters = isEnterable();
            boolean reads = shell.may(Permission.VIEW_DATA);
            visits = getOverview().visits().stream()
                    .map(line -> new VisitRow(line, enters, reads))
                    .toList();
        }
        return visits;
    }

    public List<LogPanel> getLogs() {
        boolean reads = shell.may(Permission.VIEW_DATA);
        return getOverview().logs().stream()
                .map(log -> new LogPanel(log, isEnterable(), reads))
                .toList();
    }

    /** Whether data can be entered here by this person. */
    public boolean isEnterable() {
        return shell.may(Permission.ENTER_DATA) && !getPerson().locked();
    }

    public boolean isExtendable() {
        return isEnterable() && !getOverview().unscheduled().isEmpty();
    }

    /** The words of the button that adds a visit out of plan. */
    public String addition(SubjectOverview.EventName visit) {
        return Words.of("subject", "addVisit", visit.name());
    }

    public boolean isRandomized() {
        return getPerson().randomized();
    }

    /** What randomisation still waits for. */
    public List<Waiting> getWaiting() {
        if (waiting == null) {
            waiting = randomization.waitsFor(shell.scope(), getKey());
        }
        return waiting;
    }

    public boolean isWaited() {
        return !getWaiting().isEmpty();
    }

    public boolean isRandomizer() {
        return shell.may(Permission.RANDOMIZE) && !isRandomized() && !isOver();
    }

    /** Whether something is missing, as aria-disabled: the button stays readable and says why. */
    public String getRandomizeDisabled() {
        return String.valueOf(isWaited());
    }

    /** The forms that are planned at several visits, which can be read beside each other. */
    public List<SubjectOverview.FormLine> getFollowed() {
        return shell.may(Permission.VIEW_DATA) ? getOverview().planned() : List.of();
    }

    public boolean isFollowable() {
        return !getFollowed().isEmpty();
    }

    /** Whether it can be asked why a criterion stands against the participant. */
    public boolean wondering(CriterionResult criterion) {
        return criterion.verdict() != CriterionResult.Verdict.MET && shell.may(Permission.VIEW_DATA);
    }

    /** Whether it can be asked why randomisation waits. */
    public boolean isGateWondering() {
        return isWaited() && shell.may(Permission.VIEW_DATA);
    }

    public String getGateWonder() {
        return Words.of("explanation", "whyOf", Words.of("subject", "randomization"));
    }

    /** What a screen reader hears of that question. */
    public String wonder(CriterionResult criterion) {
        return Words.of("explanation", "whyOf", criterion.number());
    }

    public boolean isSignatureKnown() {
        return getPerson().gate().signature() != null;
    }

    public String getSignatureState() {
        return getPerson().gate().eligibilitySigned() ? "SIGNED" : "SIGNATURE_BROKEN";
    }

    public boolean isOver() {
        return getPerson().status().isEnd();
    }
}
