package org.casebook.web.codebreak;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.casebook.codebreak.BrokenTreatment;
import org.casebook.codebreak.CodeBreakDesk;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** Shows one participant's treatment to whoever has just broken its code. */
@Named
@RequestScoped
public class TreatmentPage {

    @Inject
    private CodeBreakDesk desk;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private BrokenTreatment shown;

    public BrokenTreatment getShown() {
        if (shown == null) {
            String id = request.getParameter("break");
            shown = desk.treatment(shell.scope(), id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
        }
        return shown;
    }

    public String getWhen() {
        return Words.of(
                "codebreak",
                "brokenAt",
                Times.text(getShown().at()),
                Times.text(getShown().until()));
    }
}
