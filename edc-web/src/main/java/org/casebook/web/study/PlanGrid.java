package org.casebook.web.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.web.shell.Words;

/**
 * Visits by forms.
 *
 * @param columns the forms of visits, in the order in which visits first need them
 * @param rows the visits in order
 * @param logs the forms that are open all through the study
 * @param conditions why some forms are not always collected; the marks refer to them by letter
 */
public record PlanGrid(List<Column> columns, List<Row> rows, List<Column> logs, List<Condition> conditions) {

    private static final String ROOM = "study";
    private static final int LETTERS = 26;

    public PlanGrid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        logs = List.copyOf(logs);
        conditions = List.copyOf(conditions);
    }

    /** A form. */
    public record Column(String oid, String name, String facts) {}

    /** A visit with one cell for each column. */
    public record Row(String oid, String name, String epoch, String window, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Whether a form is filled at a visit.
     *
     * @param mark empty where it is not
     * @param style {@code none}, {@code needed} or {@code optional}
     * @param words what the mark says
     * @param letter of the condition; empty: always collected
     */
    public record Cell(String form, String mark, String style, String words, String letter) {

        public boolean filled() {
            return !style.equals("none");
        }

        public boolean conditional() {
            return !letter.isEmpty();
        }
    }

    /** Why a form is not always collected. */
    public record Condition(String letter, String words, String expression) {}

    public boolean withLogs() {
        return !logs.isEmpty();
    }

    public boolean withConditions() {
        return !conditions.isEmpty();
    }

    public boolean withVisits() {
        return !rows.isEmpty();
    }

    /**
     * @param window the window of a visit in words
     */
    static PlanGrid of(StudyDefinition study, Function<EventDefinition, String> window) {
        List<EventDefinition> visits =
                study.events().stream().filter(event -> !event.isLog()).toList();
        Set<String> forms = new LinkedHashSet<>();
        visits.forEach(visit -> visit.forms().forEach(ref -> forms.add(ref.formOid())));
        Map<String, Condition> conditions = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        for (EventDefinition visit : visits) {
            List<Cell> cells = forms.stream()
                    .map(form -> cell(study, study.form(form), visit.findForm(form), conditions))
                    .toList();
            rows.add(new Row(visit.oid(), visit.name().shown(), epoch(study, visit), window.apply(visit), cells));
        }
        List<Column> logs = study.forms().values().stream()
                .filter(form -> form.log() && !forms.contains(form.oid()))
                .map(PlanGrid::column)
                .toList();
        List<Column> columns =
                forms.stream().map(form -> column(study.form(form))).toList();
        return new PlanGrid(columns, rows, logs, List.copyOf(conditions.values()));
    }

    private static Column column(FormDefinition form) {
        return new Column(
                form.oid(),
                form.name().shown(),
                Words.of(ROOM, "formFacts", form.items().size()));
    }

    private static String epoch(StudyDefinition study, EventDefinition event) {
        return study.epochs().stream()
                .filter(epoch -> epoch.oid().equals(event.epochOid()))
                .map(epoch -> epoch.name().shown())
                .findFirst()
                .orElse(event.isScheduled() ? "" : Words.of(ROOM, "kind." + event.kind()));
    }

    private static Cell cell(
            StudyDefinition study,
            FormDefinition form,
            Optional<EventDefinition.FormRef> at,
            Map<String, Condition> conditions) {
        String name = form.name().shown();
        if (at.isEmpty()) {
            return new Cell(name, "", "none", "", "");
        }
        EventDefinition.FormRef ref = at.get();
        String words = Words.of(ROOM, ref.mandatory() ? "needed" : "optional");
        String letter = "";
        if (ref.conditionOid() != null) {
            Condition condition = conditions.computeIfAbsent(
                    ref.conditionOid(),
                    oid -> new Condition(
                            letter(conditions.size()),
                            study.conditions().get(oid).name().shown(),
                            study.conditions().get(oid).expression()));
            letter = condition.letter();
            words += "; " + Words.of(ROOM, "notCollected", condition.words());
        }
        return new Cell(name, ref.mandatory() ? "●" : "○", ref.mandatory() ? "needed" : "optional", words, letter);
    }

    /** a, b, … z, aa, ab, … */
    private static String letter(int number) {
        String last = String.valueOf((char) ('a' + number % LETTERS));
        return number < LETTERS ? last : letter(number / LETTERS - 1) + last;
    }
}
