package org.casebook.web.duplicate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.casebook.duplicate.DuplicateDesk;
import org.casebook.duplicate.DuplicateState;
import org.casebook.study.StudyDesign;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** Participants that look like one person, of a site or of all. Its filter stands in the address. */
@Named
@RequestScoped
public class DuplicatesPage {

    private static final String ALL = "ALL";

    @Inject
    private DuplicateDesk desk;

    @Inject
    private StudyDesign design;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private List<DuplicateLine> lines;

    /** Something to choose; {@code selected} is null for those not chosen. */
    public record Choice(String value, String word, String selected) {}

    public List<DuplicateLine> getLines() {
        if (lines == null) {
            String traits = getTraits();
            lines = desk.list(shell.scope(), ALL.equals(chosen()) ? null : DuplicateState.valueOf(chosen())).stream()
                    .map(view -> new DuplicateLine(view, traits, shell.getStudy()))
                    .toList();
        }
        return lines;
    }

    /** The questions whose answers tell a person here. */
    public String getTraits() {
        return new TraitWords(design.definition(shell.scope())).questions();
    }

    public String getComparing() {
        return getTraits().isEmpty()
                ? Words.of("duplicate", "comparesNothing")
                : Words.of("duplicate", "compares", getTraits());
    }

    public boolean isBlank() {
        return getLines().isEmpty();
    }

    public String getCount() {
        return Words.of("duplicate", "count", getLines().size());
    }

    /** Those that wait for a decision, unless another state is asked for. */
    private String chosen() {
        String asked = request.getParameter("state");
        return Stream.concat(Stream.of(ALL), Stream.of(DuplicateState.values()).map(Enum::name))
                .filter(known -> known.equals(asked))
                .findFirst()
                .orElse(DuplicateState.SUSPECTED.name());
    }

    public List<Choice> getStates() {
        return Stream.concat(Stream.of(DuplicateState.values()).map(Enum::name), Stream.of(ALL))
                .map(name -> new Choice(
                        name, Words.of("duplicate", "state." + name), name.equals(chosen()) ? "selected" : null))
                .toList();
    }

    public String getCsv() {
        return "/entry/duplicates/csv?" + shell.getQuery();
    }
}
