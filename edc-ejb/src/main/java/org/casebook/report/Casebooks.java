package org.casebook.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.expectation.ExpectedForms;
import org.casebook.expectation.ExpectedForms.Collected;
import org.casebook.kernel.Scope;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.Visits;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;

/** Draws the matrix of participants and visits. */
@ApplicationScoped
class Casebooks {

    @Inject
    private FormRows forms;

    @Inject
    private Visits visits;

    @Inject
    private Definitions definitions;

    @Inject
    private ExpectedForms expected;

    /** The matrix of these participants; its columns are the visits of the newest version among them. */
    Matrix matrix(Scope scope, List<Participant> participants) {
        if (participants.isEmpty()) {
            return new Matrix(List.of(), List.of());
        }
        long newest = participants.stream()
                .map(Participant::versionId)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Map<String, List<PlannedVisit>> plans = visits.plans(scope, participants);
        Set<String> planned = plans.values().stream()
                .flatMap(List::stream)
                .map(PlannedVisit::event)
                .collect(Collectors.toSet());
        List<Matrix.Column> columns = definitions.get(newest).scheduledEvents().stream()
                .filter(event -> !event.isOfOneArm() || planned.contains(event.oid()))
                .map(event -> new Matrix.Column(event.oid(), event.name().shown()))
                .toList();
        List<String> keys = participants.stream().map(Participant::key).toList();
        Map<String, List<FormRow>> rows =
                forms.list(scope, keys).stream().collect(Collectors.groupingBy(FormRow::subject));
        Map<String, Collected> collected = expected.of(scope, participants);
        return new Matrix(
                columns,
                participants.stream()
                        .map(participant -> row(
                                participant,
                                collected.getOrDefault(participant.key(), Collected.NONE),
                                columns,
                                plans.getOrDefault(participant.key(), List.of()),
                                rows.getOrDefault(participant.key(), List.of())))
                        .toList());
    }

    private Matrix.Row row(
            Participant participant,
            Collected collected,
            List<Matrix.Column> columns,
            List<PlannedVisit> plan,
            List<FormRow> rows) {
        StudyDefinition study = definitions.get(participant.versionId());
        CellPolicy policy = new CellPolicy(study, collected);
        Map<String, PlannedVisit> planned =
                plan.stream().collect(Collectors.toMap(PlannedVisit::event, Function.identity()));
        List<Matrix.Cell> cells = new ArrayList<>(columns.size());
        for (Matrix.Column column : columns) {
            PlannedVisit visit = planned.get(column.event());
            cells.add(
                    visit == null
                            ? new Matrix.Cell(column.event(), "NOT_EXPECTED", null, null, 0, 0, 0)
                            : policy.cell(visit, at(column.event(), rows)));
        }
        int logs = (int) rows.stream().filter(row -> row.event() == null).count();
        int queries = rows.stream().mapToInt(FormRow::queries).sum();
        return new Matrix.Row(participant, cells, logs, queries);
    }

    static List<FormRow> at(String event, List<FormRow> rows) {
        return rows.stream().filter(row -> event.equals(row.event())).toList();
    }

    /** The log forms of a study, in order. */
    static List<EventDefinition.FormRef> logForms(StudyDefinition study) {
        return study.logs().stream().flatMap(event -> event.forms().stream()).toList();
    }
}
