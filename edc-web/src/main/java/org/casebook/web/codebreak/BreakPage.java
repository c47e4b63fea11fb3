package org.casebook.web.codebreak;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.Permission;
import org.casebook.subject.Enrolment;
import org.casebook.subject.Participant;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** Asks why one participant's code must be broken. */
@Named
@RequestScoped
public class BreakPage {

    @Inject
    private Enrolment enrolment;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private Participant person;

    public Participant getPerson() {
        if (person == null) {
            if (!shell.may(Permission.BREAK_CODE)) {
                throw new NotAllowed(Permission.BREAK_CODE, shell.scope());
            }
            String subject = request.getParameter("subject");
            if (subject == null || subject.isBlank()) {
                throw new Invalid(Words.of("codebreak", "noSubject"));
            }
            person = enrolment.get(shell.scope(), subject);
        }
        return person;
    }

    public String getKey() {
        return getPerson().key();
    }

    public boolean isBreakable() {
        return getPerson().randomized();
    }

    public String getSigner() {
        return shell.getPerson();
    }
}
