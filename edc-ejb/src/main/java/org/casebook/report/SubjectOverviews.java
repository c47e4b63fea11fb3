package org.casebook.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.capture.CaseBook;
import org.casebook.capture.FormState;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.FormRef;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.expectation.ExpectedForms;
import org.casebook.expectation.ExpectedForms.Collected;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.report.SubjectOverview.EventName;
import org.casebook.report.SubjectOverview.FormLine;
import org.casebook.report.SubjectOverview.LogLine;
import org.casebook.report.SubjectOverview.VisitLine;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.Visits;
import org.casebook.study.Definitions;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** Puts one participant's casebook together: visits with their forms, logs with their rows, criteria. */
@ApplicationScoped
class SubjectOverviews {

    @Inject
    private Participants participants;

    @Inject
    private Visits visits;

    @Inject
    private FormRows forms;

    @Inject
    private CaseBook casebook;

    @Inject
    private Definitions definitions;

    @Inject
    private ExpectedForms expected;

    @Inject
    private CurrentActor actor;

    SubjectOverview of(Scope scope, String subject) {
        Participant participant = participants.get(scope, subject);
        StudyDefinition study = definitions.get(participant.versionId());
        List<FormRow> rows = forms.list(participant.scope(), List.of(subject));
        Map<Long, FormState> held = readable(participant);
        List<PlannedVisit> plan = visits.plan(participant.scope(), subject);
        Collected collected =
                expected.of(participant.scope(), List.of(participant)).getOrDefault(subject, Collected.NONE);
        return new SubjectOverview(
                participant,
                criteria(participant, study),
                plan.stream()
                        .map(visit -> line(visit, study, rows, held, collected))
                        .toList(),
                addable(study, plan),
                logs(study, rows, held));
    }

    private static List<CriterionResult> criteria(Participant participant, StudyDefinition study) {
        if (!participant.gate().criteria().isEmpty()) {
            return participant.gate().criteria().stream()
                    .map(result -> shown(result, study))
                    .toList();
        }
        return study.criteria().stream()
                .map(criterion -> new CriterionResult(
                        criterion.oid(),
                        criterion.number(),
                        CriterionResult.Verdict.NOT_YET,
                        criterion.text().shown()))
                .toList();
    }

    /** A result keeps the words in which it was judged; a reader of another language is told the study's own. */
    private static CriterionResult shown(CriterionResult result, StudyDefinition study) {
        return study.criteria().stream()
                .filter(criterion -> criterion.oid().equals(result.oid()))
                .findFirst()
                .map(criterion -> new CriterionResult(
                        result.oid(),
                        result.number(),
                        result.verdict(),
                        criterion.text().shown()))
                .orElse(result);
    }

    private static VisitLine line(
            PlannedVisit visit,
            StudyDefinition study,
            List<FormRow> rows,
            Map<Long, FormState> held,
            Collected collected) {
        EventDefinition event = study.event(visit.event());
        Map<String, List<FormRow>> present = Casebooks.at(visit.event(), rows).stream()
                .sorted(Comparator.comparing(FormRow::row, Comparator.nullsFirst(Comparator.naturalOrder())))
                .collect(Collectors.groupingBy(FormRow::form));
        return new VisitLine(
                visit,
                event.forms().stream()
                        .flatMap(ref -> lines(
                                ref,
                                study,
                                present.getOrDefault(ref.formOid(), List.of()),
                                held,
                                !collected.expects(event, ref)))
                        .toList());
    }

    /** A form has one line; a form with rows one for each and one for the next. */
    private static Stream<FormLine> lines(
            FormRef ref, StudyDefinition study, List<FormRow> present, Map<Long, FormState> held, boolean optional) {
        FormDefinition form = study.form(ref.formOid());
        if (present.isEmpty() || !form.log()) {
            return Stream.of(line(ref, study, present.isEmpty() ? null : present.get(0), optional));
        }
        FormLine next =
                new FormLine(form.oid(), form.name().shown(), null, null, "NOT_STARTED", 0, true, "", true, true);
        return Stream.concat(present.stream().map(row -> line(form, row, held.get(row.id()))), Stream.of(next));
    }

    private static FormLine line(FormRef ref, StudyDefinition study, FormRow row, boolean optional) {
        FormDefinition form = study.form(ref.formOid());
        String name = form.name().shown();
        return row == null
                ? new FormLine(ref.formOid(), name, null, null, "NOT_STARTED", 0, optional, "", form.log(), false)
                : new FormLine(
                        ref.formOid(),
                        name,
                        row.id(),
                        null,
                        row.standing(),
                        row.queries(),
                        optional,
                        "",
                        form.log(),
                        false);
    }

    /** What can be added: visits out of plan that did not take place yet, and the next of those that repeat. */
    private static List<EventName> addable(StudyDefinition study, List<PlannedVisit> plan) {
        Set<String> recorded = plan.stream()
                .filter(visit ->
                        visit.recorded() || study.event(visit.event()).kind() == EventDefinition.Kind.UNSCHEDULED)
                .map(PlannedVisit::event)
                .collect(Collectors.toSet());
        return study.events().stream()
                .flatMap(event -> event.next(recorded).stream())
                .map(event -> new EventName(event.oid(), event.name().shown()))
                .toList();
    }

    private static List<LogLine> logs(StudyDefinition study, List<FormRow> rows, Map<Long, FormState> held) {
        return Casebooks.logForms(study).stream()
                .map(ref -> study.form(ref.formOid()))
                .map(form -> new LogLine(
                        form.oid(),
                        form.name().shown(),
                        rows.stream()
                                .filter(row -> row.event() == null && row.form().equals(form.oid()))
                                .map(row -> line(form, row, held.get(row.id())))
                                .toList()))
                .toList();
    }

    private static FormLine line(FormDefinition form, FormRow row, FormState held) {
        String label = held == null ? "" : label(form, held);
        return new FormLine(
                form.oid(),
                form.name().shown(),
                row.id(),
                row.row(),
                row.standing(),
                row.queries(),
                false,
                label,
                true,
                false);
    }

    /** The first text that the row holds: an event's term, a medication's name. */
    private static String label(FormDefinition form, FormState held) {
        return form.items().stream()
                .filter(item -> item.codeList() == null)
                .map(item -> held.item(item.oid()).text())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** Data only for whoever may see data. */
    private Map<Long, FormState> readable(Participant participant) {
        if (!actor.get().may(Permission.VIEW_DATA, participant.scope())) {
            return Map.of();
        }
        return casebook.ofSubject(participant.scope(), participant.key()).stream()
                .filter(form -> form.row() != null)
                .collect(Collectors.toMap(FormState::id, Function.identity()));
    }
}
