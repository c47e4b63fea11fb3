package org.casebook.web.codebreak;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebook.codebreak.CodeBreakDesk;
import org.casebook.codebreak.CodeBreakView;
import org.casebook.kernel.Permission;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** Every code that was broken, for whoever may know that; and to whom the study writes then. */
@Named
@RequestScoped
public class BreaksPage {

    private static final String ROOM = "codebreak";

    @Inject
    private CodeBreakDesk desk;

    @Inject
    private Shell shell;

    private List<Line> lines;

    /** One code break. */
    public record Line(CodeBreakView view) {

        public String time() {
            return Times.text(view.at());
        }

        public String adverseEvent() {
            return Words.of(ROOM, view.adverseEvent() ? "yes" : "no");
        }

        public String notice() {
            return Words.of(ROOM, "notice." + view.notice());
        }

        /** Tone of the notice's label. */
        public String tone() {
            return switch (view.notice()) {
                case SENT -> "tone-good";
                case WAITING -> "tone-warn";
                case NOBODY -> "tone-bad";
            };
        }
    }

    public List<Line> getLines() {
        if (lines == null) {
            lines = desk.list(shell.scope()).stream().map(Line::new).toList();
        }
        return lines;
    }

    public boolean isNone() {
        return getLines().isEmpty();
    }

    public boolean isMaintaining() {
        return shell.may(Permission.MAINTAIN_NOTICES);
    }

    /** One address in each line. */
    public String getAddresses() {
        return isMaintaining() ? String.join("\n", desk.recipients(shell.scope())) : "";
    }
}
