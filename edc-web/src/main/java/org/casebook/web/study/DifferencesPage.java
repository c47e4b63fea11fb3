package org.casebook.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.study.StudyDesign;
import org.casebook.study.VersionDifference;
import org.casebook.study.VersionView;
import org.casebook.web.shell.Words;

/** What differs between this version and another of the study; the older stands before. */
@Named
@RequestScoped
public class DifferencesPage {

    private static final String ROOM = "study";

    @Inject
    private StudyDesign studyDesign;

    @Inject
    private Workspace workspace;

    @Inject
    private HttpServletRequest request;

    private List<VersionView> others;
    private VersionDifference difference;

    /** A version to compare with. */
    public record Choice(long id, String name, String selected) {}

    /** One difference in words. */
    public record Line(String kind, String tone, String place, String part, String before, String after) {}

    /** The differences of one kind of thing. */
    public record Area(String name, List<Line> lines) {}

    public List<Choice> getChoices() {
        return others().stream()
                .map(other -> new Choice(
                        other.id(), other.oid() + " · " + other.name(), other.id() == with() ? "selected" : null))
                .toList();
    }

    public boolean isComparable() {
        return !others().isEmpty();
    }

    public boolean isSame() {
        return isComparable() && getDifference().isEmpty();
    }

    /** Both versions, the older first. */
    public String getHeading() {
        return isComparable()
                ? getDifference().before() + " → " + getDifference().after()
                : "";
    }

    public List<Area> getAreas() {
        if (!isComparable()) {
            return List.of();
        }
        Map<String, List<VersionDifference.Change>> byArea = getDifference().changes().stream()
                .collect(
                        Collectors.groupingBy(VersionDifference.Change::area, LinkedHashMap::new, Collectors.toList()));
        return byArea.entrySet().stream()
                .map(area -> new Area(
                        area.getKey() + " (" + area.getValue().size() + ")",
                        area.getValue().stream().map(DifferencesPage::line).toList()))
                .toList();
    }

    private static Line line(VersionDifference.Change change) {
        return new Line(
                Words.of(ROOM, "change." + change.kind()),
                change.kind().name(),
                change.place(),
                Objects.toString(change.part(), ""),
                Objects.toString(change.before(), ""),
                Objects.toString(change.after(), ""));
    }

    private VersionDifference getDifference() {
        if (difference == null) {
            long here = workspace.getVersion().id();
            difference = studyDesign.difference(workspace.scope(), Math.min(here, with()), Math.max(here, with()));
        }
        return difference;
    }

    /** The version asked for, else the one loaded before this, else the next. */
    private long with() {
        String asked = request.getParameter("with");
        if (asked != null && !asked.isBlank()) {
            return number(asked);
        }
        long here = workspace.getVersion().id();
        return others().stream()
                .map(VersionView::id)
                .filter(id -> id < here)
                .findFirst()
                .orElseGet(() -> others().get(others().size() - 1).id());
    }

    private static long number(String version) {
        try {
            return Long.parseLong(version);
        } catch (NumberFormatException none) {
            throw new Invalid(Sentence.of("study", "addressNoOtherVersion"));
        }
    }

    private List<VersionView> others() {
        if (others == null) {
            others = studyDesign.versions(workspace.scope()).stream()
                    .filter(version -> version.id() != workspace.getVersion().id())
                    .toList();
        }
        return others;
    }
}
