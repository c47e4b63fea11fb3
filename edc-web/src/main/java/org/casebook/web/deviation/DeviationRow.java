package org.casebook.web.deviation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.deviation.Category;
import org.casebook.deviation.DeviationState;
import org.casebook.deviation.DeviationView;
import org.casebook.deviation.Weight;
import org.casebook.web.deviation.DeviationsPage.Choice;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/**
 * One deviation as it is drawn.
 *
 * @param keeps whether the person may judge and change it
 */
public record DeviationRow(DeviationView view, boolean keeps) {

    public String day() {
        return Objects.toString(view.on(), "");
    }

    public String category() {
        return Words.of("deviation", "category." + view.category());
    }

    public String weight() {
        return Words.of("deviation", "weight." + (view.weight() == null ? DeviationAsked.UNWEIGHED : view.weight()));
    }

    /** For its look. */
    public String weightKey() {
        return Objects.toString(view.weight(), DeviationAsked.UNWEIGHED);
    }

    /** Visit and form where a person named them; what the system noticed names its visit itself. */
    public String where() {
        return view.automatic()
                ? ""
                : Stream.of(view.place().visit(), view.place().formName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
    }

    public String who() {
        String key = view.automatic() ? "noticedAt" : "recordedBy";
        return Words.of("deviation", key, Times.text(view.recordedAt()), Objects.toString(view.recordedBy(), ""));
    }

    /** That it ended, with who, when and why; empty while it stands. */
    public String ended() {
        if (view.end() == null) {
            return "";
        }
        return Words.of(
                "deviation",
                "ended." + view.state(),
                Times.text(view.end().at()),
                Objects.toString(view.end().by(), ""),
                Objects.toString(view.end().reason(), ""));
    }

    public boolean isOver() {
        return !view.stands();
    }

    public boolean isOfParticipant() {
        return view.subject() != null;
    }

    /** Whose it is, for a screen reader. */
    public String about() {
        return (view.subject() == null ? view.site() : view.subject()) + " " + day();
    }

    public boolean isJudgeable() {
        return keeps && view.stands();
    }

    public boolean isChangeable() {
        return isJudgeable() && !view.automatic();
    }

    public boolean isReinstatable() {
        return keeps && view.state() == DeviationState.VOID;
    }

    public List<Choice> weights() {
        return Arrays.stream(Weight.values())
                .map(one -> new Choice(
                        one.name(), Words.of("deviation", "weight." + one), one == view.weight() ? "selected" : null))
                .toList();
    }

    public List<Choice> categories() {
        return Arrays.stream(Category.values())
                .map(one -> new Choice(
                        one.name(),
                        Words.of("deviation", "category." + one),
                        one == view.category() ? "selected" : null))
                .toList();
    }

    public String url(String act) {
        return "/entry/deviations/" + view.id() + "/" + act;
    }
}
