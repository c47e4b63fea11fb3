package org.casebook.web.monitoring;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.casebook.kernel.Permission;
import org.casebook.monitoring.FormVerification;
import org.casebook.monitoring.Monitoring;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** The forms with items to verify, and one of them with its items. */
@Named
@RequestScoped
public class VerificationPage {

    @Inject
    private Monitoring monitoring;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private List<FormVerification> worklist;
    private FormVerification form;

    public List<FormVerification> getWorklist() {
        if (worklist == null) {
            worklist = monitoring.worklist(shell.scope());
        }
        return worklist;
    }

    /** The chosen form, else the first of the worklist; null when there is none. */
    public FormVerification getForm() {
        if (form == null) {
            String chosen = request.getParameter("form");
            if (chosen != null && chosen.matches("\\d{1,18}")) {
                form = monitoring.form(shell.scope(), Long.parseLong(chosen));
            } else if (!getWorklist().isEmpty()) {
                form = getWorklist().get(0);
            }
        }
        return form;
    }

    public boolean isChosen() {
        return getForm() != null;
    }

    public boolean isIdle() {
        return !isChosen();
    }

    public String time(FormVerification.Item item) {
        return Times.text(item.verifiedAt());
    }

    public String current(FormVerification row) {
        return isChosen() && row.form().id() == getForm().form().id() ? "true" : null;
    }

    /** Name of the form with its visit or row. */
    public String title(FormVerification row) {
        return row.eventName() == null
                ? Words.of("monitoring", "rowOfLog", row.formName(), row.form().row())
                : Words.of("monitoring", "formAtVisit", row.formName(), row.eventName());
    }

    public String dueText(FormVerification row) {
        return Words.of("monitoring", "dueOf", row.due().size(), row.requiredCount());
    }

    /** The state of an item's tick, for {@code edc:status}. */
    public String state(FormVerification.Item item) {
        if (item.isVerified()) {
            return "VERIFIED";
        }
        return item.lost() ? "CHANGED_SINCE" : item.required() ? "TO_VERIFY" : "NOT_REQUIRED";
    }

    public boolean isVerifiable() {
        return shell.may(Permission.VERIFY);
    }

    public boolean verifiable(FormVerification.Item item) {
        return isVerifiable() && !item.isVerified();
    }

    public boolean removable(FormVerification.Item item) {
        return isVerifiable() && item.isVerified();
    }
}
