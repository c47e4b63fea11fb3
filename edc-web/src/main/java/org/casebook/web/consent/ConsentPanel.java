package org.casebook.web.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.casebook.consent.ConsentDesk;
import org.casebook.consent.ConsentLine;
import org.casebook.consent.ConsentView;
import org.casebook.kernel.Permission;
import org.casebook.subject.Enrolment;
import org.casebook.web.capture.CaseFormPage;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** To which texts a participant consented, and what is due: a panel of his page, and a note on his forms. */
@Named
@RequestScoped
public class ConsentPanel {

    @Inject
    private ConsentDesk desk;

    @Inject
    private Enrolment enrolment;

    @Inject
    private CaseFormPage form;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private ConsentView view;

    /** One consent as it is drawn; {@code back} is empty while it holds. */
    public record Line(String what, String who, String back) {

        public boolean isBack() {
            return !back.isEmpty();
        }
    }

    public ConsentView getView() {
        if (view == null) {
            view = desk.get(shell.scope(), subject());
        }
        return view;
    }

    /** Of the address, or of the form that it names. */
    private String subject() {
        String named = request.getParameter("subject");
        return named == null || named.isBlank() ? form.getView().header().subject() : named;
    }

    public boolean isDue() {
        return getView().due() != null;
    }

    public String getDueNote() {
        return isDue()
                ? Words.of(
                        "consent",
                        "dueNote",
                        getView().due().label(),
                        getView().due().from().toString())
                : "";
    }

    public boolean isBlank() {
        return getView().lines().isEmpty();
    }

    public List<Line> getLines() {
        return getView().lines().stream().map(ConsentPanel::line).toList();
    }

    private static Line line(ConsentLine line) {
        String label = line.label() == null ? Words.of("consent", "noText") : line.label();
        if (line.first()) {
            return new Line(Words.of("consent", "firstLine", line.on().toString(), label), "", "");
        }
        return new Line(
                Words.of("consent", "line", line.on().toString(), label, line.before()),
                Words.of("consent", "recorded", line.person(), Times.text(line.at())),
                line.holds() ? "" : Words.of("consent", "takenBack", line.takenBack()));
    }

    /** Whether the person may record a consent to a later text. */
    public boolean isRecordable() {
        return isEnterer() && !isBlank() && !getView().texts().isEmpty();
    }

    public boolean isRevocable() {
        return isEnterer() && getView().revocable();
    }

    private boolean isEnterer() {
        return shell.may(Permission.ENTER_DATA)
                && !enrolment.get(shell.scope(), subject()).locked();
    }
}
