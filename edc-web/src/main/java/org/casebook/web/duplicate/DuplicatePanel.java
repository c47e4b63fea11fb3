package org.casebook.web.duplicate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.casebook.duplicate.DuplicateDesk;
import org.casebook.duplicate.DuplicateState;
import org.casebook.study.StudyDesign;
import org.casebook.web.capture.CaseFormPage;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** Who looks like the participant of a page: a note on his page and on his forms, and how many there are at all. */
@Named
@RequestScoped
public class DuplicatePanel {

    @Inject
    private DuplicateDesk desk;

    @Inject
    private StudyDesign design;

    @Inject
    private CaseFormPage form;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private List<DuplicateLine> lines;
    private TraitWords traits;

    public List<DuplicateLine> getLines() {
        if (lines == null) {
            lines = desk.of(shell.scope(), getSubject()).stream()
                    .map(view -> new DuplicateLine(view, traits().questions(), shell.getStudy()))
                    .toList();
        }
        return lines;
    }

    /** Those still to be heeded. */
    public List<DuplicateLine> getWarnings() {
        return getLines().stream().filter(DuplicateLine::isWarning).toList();
    }

    public boolean isWarned() {
        return !getWarnings().isEmpty();
    }

    /** Those that turned out to be another person. */
    public List<DuplicateLine> getSettled() {
        return getLines().stream().filter(line -> !line.isWarning()).toList();
    }

    public boolean isSettledThere() {
        return !getSettled().isEmpty();
    }

    /** Of the address, or of the form that it names. */
    public String getSubject() {
        String named = request.getParameter("subject");
        return named == null || named.isBlank() ? form.getView().header().subject() : named;
    }

    /** OIDs of the items whose answers tell a person, parted by blanks. */
    public String getItems() {
        return String.join(" ", traits().oids());
    }

    public String getUrl() {
        return "/entry/duplicates/of/" + getSubject() + "?" + shell.getQuery();
    }

    /** What the way to the list is called, with how many wait for a decision. */
    public String getListWord() {
        int open = desk.list(shell.scope(), DuplicateState.SUSPECTED).size();
        return open == 0 ? Words.of("duplicate", "title") : Words.of("duplicate", "titleOpen", open);
    }

    private TraitWords traits() {
        if (traits == null) {
            traits = new TraitWords(design.definition(shell.scope()));
        }
        return traits;
    }
}
