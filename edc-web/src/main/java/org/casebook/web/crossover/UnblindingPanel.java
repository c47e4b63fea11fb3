package org.casebook.web.crossover;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.casebook.crossover.UnblindingDesk;
import org.casebook.crossover.UnblindingView;
import org.casebook.web.shell.Shell;

/** On the page of a participant: the way to the planned unblinding, where the study plans one. */
@Named
@RequestScoped
public class UnblindingPanel {

    @Inject
    private UnblindingDesk desk;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private UnblindingView state;

    public UnblindingView getState() {
        if (state == null) {
            state = desk.state(shell.scope(), request.getParameter("subject"));
        }
        return state;
    }

    public boolean isPlanned() {
        return getState().planned();
    }

    public boolean isDone() {
        return getState().done() != null;
    }
}
