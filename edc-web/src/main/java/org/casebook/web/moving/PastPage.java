package org.casebook.web.moving;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.casebook.moving.MovingDesk;
import org.casebook.moving.PastView;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** What a site recorded about a participant before he went to another one; to read, never to change. */
@Named
@RequestScoped
public class PastPage {

    @Inject
    private MovingDesk desk;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private PastView view;

    /** A form as it is drawn. */
    public record Form(String title, String visit, List<Answer> answers) {}

    /** An answer as it is drawn. */
    public record Answer(String question, String value, String who) {}

    public PastView getView() {
        if (view == null) {
            view = desk.past(shell.scope(), request.getParameter("subject"));
        }
        return view;
    }

    public String getKey() {
        return getView().move().subject();
    }

    public String getNote() {
        return Words.of(
                "moving",
                "pastNote",
                getView().move().on().toString(),
                getView().move().from(),
                getView().move().to());
    }

    public boolean isBlank() {
        return getView().forms().isEmpty();
    }

    public List<Form> getForms() {
        return getView().forms().stream().map(PastPage::form).toList();
    }

    private static Form form(PastView.Form form) {
        String title = form.row() == 0 ? form.name() : Words.of("moving", "row", form.name(), form.row());
        return new Form(
                title,
                form.visit(),
                form.answers().stream().map(PastPage::answer).toList());
    }

    private static Answer answer(PastView.Answer answer) {
        String who = answer.computed()
                ? Words.of("moving", "computed", Times.text(answer.at()))
                : Words.of("moving", "recorded", answer.person(), Times.text(answer.at()));
        return new Answer(answer.question(), answer.value().isEmpty() ? "–" : answer.value(), who);
    }
}
