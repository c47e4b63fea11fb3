package org.casebook.web.deviation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.definition.StudyDefinition;
import org.casebook.deviation.Category;
import org.casebook.deviation.DeviationDesk;
import org.casebook.deviation.DeviationFilter;
import org.casebook.deviation.DeviationState;
import org.casebook.deviation.Weight;
import org.casebook.kernel.Permission;
import org.casebook.study.StudyDesign;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** The deviations of a site, or of all sites. Its filter stands in the address. */
@Named
@RequestScoped
public class DeviationsPage {

    private static final List<String> FILTERS = List.of("state", "category", "weight", "subject");

    @Inject
    private DeviationDesk desk;

    @Inject
    private StudyDesign design;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private List<DeviationRow> rows;

    /** Something to choose; {@code selected} is null for those not chosen. */
    public record Choice(String value, String word, String selected) {}

    public List<DeviationRow> getRows() {
        if (rows == null) {
            boolean keeps = isKeeper();
            rows = desk.list(shell.scope(), filter()).stream()
                    .map(view -> new DeviationRow(view, keeps))
                    .toList();
        }
        return rows;
    }

    public boolean isBlank() {
        return getRows().isEmpty();
    }

    public String getCount() {
        return Words.of("deviation", "count", getRows().size());
    }

    /** Whether the person may record deviations here. */
    public boolean isKeeper() {
        return shell.may(Permission.RECORD_DEVIATION);
    }

    /** Those that stand, unless another state is asked for; {@code ALL} asks for each. */
    private DeviationFilter filter() {
        String state = state();
        return DeviationAsked.filter(
                "ALL".equals(state) ? null : state, asked("category"), asked("weight"), asked("subject"));
    }

    private String state() {
        return Objects.requireNonNullElse(asked("state"), DeviationState.STANDS.name());
    }

    private String asked(String part) {
        return DeviationAsked.said(request.getParameter(part));
    }

    public String getSubject() {
        return asked("subject");
    }

    public List<Choice> getStates() {
        return choices(
                Stream.concat(Arrays.stream(DeviationState.values()).map(Enum::name), Stream.of("ALL")),
                "state.",
                state());
    }

    public List<Choice> getCategories() {
        return choices(
                Stream.concat(Stream.of(DeviationAsked.ANY), names(Category.values())), "category.", asked("category"));
    }

    public List<Choice> getWeights() {
        Stream<String> all =
                Stream.concat(Stream.of(DeviationAsked.ANY, DeviationAsked.UNWEIGHED), names(Weight.values()));
        return choices(all, "weight.", asked("weight"));
    }

    /** To choose from for one that is recorded. */
    public List<Choice> getNewCategories() {
        return choices(
                Stream.concat(Stream.of(Category.OTHER), Arrays.stream(Category.values()))
                        .distinct()
                        .map(Enum::name),
                "category.",
                Category.OTHER.name());
    }

    public List<Choice> getNewWeights() {
        return Stream.concat(
                        Stream.of(new Choice(DeviationAsked.ANY, Words.of("deviation", "weight.NONE"), "selected")),
                        choices(names(Weight.values()), "weight.", null).stream())
                .toList();
    }

    public List<Choice> getVisits() {
        return named(study().events().stream()
                .map(event -> new Choice(event.oid(), event.name().shown(), null)));
    }

    public List<Choice> getForms() {
        return named(study().forms().values().stream()
                .map(form -> new Choice(form.oid(), form.name().shown(), null)));
    }

    private static List<Choice> named(Stream<Choice> choices) {
        return Stream.concat(
                        Stream.of(new Choice(DeviationAsked.ANY, Words.of("deviation", "none"), "selected")), choices)
                .toList();
    }

    private StudyDefinition study() {
        return design.definition(shell.scope());
    }

    /** Address of the same list as a file. */
    public String getCsv() {
        String filters = FILTERS.stream()
                .filter(part -> asked(part) != null || part.equals("state"))
                .map(part -> part + "=" + encoded(part.equals("state") ? stateForFile() : asked(part)))
                .collect(Collectors.joining("&"));
        return "/entry/deviations/csv?" + shell.getQuery() + "&" + filters;
    }

    private String stateForFile() {
        return "ALL".equals(state()) ? "" : state();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Stream<String> names(Enum<?>[] all) {
        return Arrays.stream(all).map(Enum::name);
    }

    private static List<Choice> choices(Stream<String> names, String prefix, String chosen) {
        return names.map(name -> new Choice(
                        name,
                        Words.of("deviation", prefix + name),
                        name.equals(Objects.requireNonNullElse(chosen, DeviationAsked.ANY)) ? "selected" : null))
                .toList();
    }
}
