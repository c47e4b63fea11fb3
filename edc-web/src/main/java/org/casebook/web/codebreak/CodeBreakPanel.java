package org.casebook.web.codebreak;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.casebook.codebreak.CodeBreakDesk;
import org.casebook.codebreak.CodeBreakView;
import org.casebook.kernel.Permission;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** On the page of a participant: that its code was broken, and the way to break it. */
@Named
@RequestScoped
public class CodeBreakPanel {

    @Inject
    private CodeBreakDesk desk;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private List<String> sentences;

    /** When and by whom the code was broken, for whoever may know; none when it was not. */
    public List<String> getSentences() {
        if (sentences == null) {
            String subject = request.getParameter("subject");
            sentences = shell.may(Permission.VIEW_CODE_BREAKS)
                    ? desk.list(shell.scope()).stream()
                            .filter(broken -> broken.subject().equals(subject))
                            .map(CodeBreakPanel::sentence)
                            .toList()
                    : List.of();
        }
        return sentences;
    }

    public boolean isBroken() {
        return !getSentences().isEmpty();
    }

    public boolean isBreaking() {
        return shell.may(Permission.BREAK_CODE);
    }

    private static String sentence(CodeBreakView broken) {
        return Words.of("codebreak", "brokenBy", Times.text(broken.at()), broken.by());
    }
}
