package org.casebook.web.duplicate;

import java.util.Objects;
import org.casebook.duplicate.DuplicateState;
import org.casebook.duplicate.DuplicateView;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/**
 * Two participants that look like one person, as they are drawn.
 *
 * @param traits questions whose answers are the same, in the reader's language
 * @param study as the page's address names it, for links
 */
public record DuplicateLine(DuplicateView view, String traits, String study) {

    /** What was noticed or decided, as a sentence about the first of the two. */
    public String text() {
        String key = view.elsewhere() ? "elsewhere." : "here.";
        String other = view.elsewhere() ? "" : view.other().subject();
        String site = view.elsewhere() ? "" : view.other().site();
        return Words.of("duplicate", key + view.state(), traits, other, site);
    }

    /** Who decided, when and why; of a participant at another site only when; empty before. */
    public String decided() {
        DuplicateView.Decision said = view.decision();
        if (said == null || view.open()) {
            return "";
        }
        return said.by() == null
                ? Words.of("duplicate", "decidedElsewhere", Times.text(said.at()))
                : Words.of("duplicate", "decided", said.by(), Times.text(said.at()), said.reason());
    }

    public String noticed() {
        return Words.of("duplicate", "noticed", Times.text(view.noticedAt()));
    }

    public String state() {
        return Words.of("duplicate", "state." + view.state());
    }

    /** Whether it is still to be heeded. */
    public boolean isWarning() {
        return view.state() == DuplicateState.SUSPECTED || view.state() == DuplicateState.SAME;
    }

    public boolean isHere() {
        return !view.elsewhere();
    }

    public String href() {
        return hrefOf(view.person());
    }

    /** Where the other one is; empty for who may not go there. */
    public String otherHref() {
        return view.elsewhere() ? "" : hrefOf(view.other());
    }

    /** What the way to the other one is called. */
    public String opening() {
        return view.elsewhere()
                ? ""
                : Words.of("duplicate", "open", view.other().subject());
    }

    private String hrefOf(DuplicateView.Person person) {
        return "/subject/subject.xhtml?study=" + study + "&site=" + person.site() + "&subject=" + person.subject();
    }

    public boolean isDecidableSame() {
        return view.decidable() && view.state() != DuplicateState.SAME;
    }

    public boolean isDecidableDifferent() {
        return view.decidable() && view.state() != DuplicateState.DIFFERENT;
    }

    public String url(String decision) {
        return "/entry/duplicates/" + view.id() + "/" + decision;
    }

    /** Whom it is about, for a screen reader. */
    public String about() {
        return view.elsewhere()
                ? view.person().subject()
                : view.person().subject() + ", " + Objects.toString(view.other().subject(), "");
    }
}
