package org.casebook.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.kernel.Change;
import org.casebook.study.StudyDesign;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** A page of the trail, newest first; filter and place in the list stand in the address. */
@Named
@RequestScoped
public class TrailPage {

    private static final int PAGE_SIZE = 50;
    private static final String ACTIONS = "actions";

    /**
     * One action to filter by.
     *
     * @param selected {@code selected} for the one chosen, else null
     */
    public record ActionChoice(String action, String words, String selected) {}

    @Inject
    private AuditTrail trail;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    @Inject
    private StudyDesign design;

    private StudyDefinition study;
    private List<AuditLine> lines;
    private Long count;

    public List<AuditLine> getLines() {
        if (lines == null) {
            lines = trail.lines(shell.scope(), filter());
        }
        return lines;
    }

    public boolean isFilled() {
        return !getLines().isEmpty();
    }

    public long getCount() {
        if (count == null) {
            count = trail.count(shell.scope(), filter());
        }
        return count;
    }

    public String getRange() {
        int last = first() + getLines().size();
        return Words.of("audit", "range", getLines().isEmpty() ? 0 : first() + 1, last, getCount());
    }

    public boolean isNewerThere() {
        return first() > 0;
    }

    public boolean isOlderThere() {
        return first() + PAGE_SIZE < getCount();
    }

    public String getNewer() {
        return address(Math.max(0, first() - PAGE_SIZE));
    }

    public String getOlder() {
        return address(first() + PAGE_SIZE);
    }

    public String getSubject() {
        return text("subject");
    }

    public String getUsername() {
        return text("username");
    }

    public String getAction() {
        return text("action");
    }

    public String time(AuditLine line) {
        return Times.text(line.at());
    }

    /** What was done, as people call it. */
    public String words(AuditLine line) {
        return Words.of(ACTIONS, line.action());
    }

    /** The actions to choose from, by their names. */
    public List<ActionChoice> getActions() {
        return Words.keys(ACTIONS).stream()
                .map(action -> new ActionChoice(
                        action, Words.of(ACTIONS, action), action.equals(getAction()) ? "selected" : null))
                .sorted(Comparator.comparing(ActionChoice::words))
                .toList();
    }

    /** Participant, visit, form and item by their names, as far as there are any. */
    public String where(AuditLine line) {
        Change.Place place = line.place();
        return Stream.of(
                        line.subject(),
                        named(
                                place.event(),
                                study -> study.findEvent(place.event()).map(event -> event.name())),
                        named(
                                place.form(),
                                study -> study.findForm(place.form()).map(form -> form.name())),
                        named(
                                place.item(),
                                study -> study.findItem(String.valueOf(place.form()), place.item())
                                        .map(item -> item.question())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    /** The name in the study's current version; what an older version named goes by its OID. */
    private String named(String oid, Function<StudyDefinition, Optional<TranslatedText>> name) {
        if (oid == null) {
            return null;
        }
        return name.apply(study())
                .map(TranslatedText::shown)
                .filter(text -> !text.isBlank())
                .orElse(oid);
    }

    private StudyDefinition study() {
        if (study == null) {
            study = design.definition(shell.scope());
        }
        return study;
    }

    /** The capacity in which somebody acted. */
    public String capacity(AuditLine line) {
        return Stream.of(
                        line.who().roles(),
                        line.who().organisation(),
                        line.who().origin())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    /** Whether something stood there before; a first value is told by itself. */
    public boolean replaced(AuditLine line) {
        return line.oldValue() != null;
    }

    public boolean changed(AuditLine line) {
        return line.oldValue() != null || line.newValue() != null;
    }

    public String value(String value) {
        return value == null ? Words.of("audit", "nothing") : value;
    }

    private TrailFilter filter() {
        return new TrailFilter(getSubject(), getUsername(), getAction(), first(), PAGE_SIZE);
    }

    private int first() {
        String first = request.getParameter("first");
        return first != null && first.matches("\\d{1,9}") ? Integer.parseInt(first) : 0;
    }

    private String text(String parameter) {
        String text = request.getParameter(parameter);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private String address(int from) {
        StringBuilder address = new StringBuilder("/audit/trail.xhtml?").append(shell.getQuery());
        add(address, "subject", getSubject());
        add(address, "username", getUsername());
        add(address, "action", getAction());
        return address.append("&first=").append(from).toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        if (value != null) {
            address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
