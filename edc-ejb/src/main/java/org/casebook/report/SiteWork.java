package org.casebook.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.consent.Reconsents;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.expectation.ExpectedForms;
import org.casebook.expectation.ExpectedForms.Collected;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.report.Worklist.Kind;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitState;
import org.casebook.schedule.Visits;
import org.casebook.study.Definitions;
import org.casebook.subject.Gate;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.subject.SubjectStatus;

/** What waits for the people of a site: visits, forms, randomisation, signatures. */
@ApplicationScoped
class SiteWork {

    @Inject
    private Participants participants;

    @Inject
    private Visits visits;

    @Inject
    private FormRows forms;

    @Inject
    private Definitions definitions;

    @Inject
    private ExpectedForms expected;

    @Inject
    private Reconsents reconsents;

    void find(Whose whose, Actor actor, Groups groups) {
        Scope scope = whose.scope();
        boolean enters = actor.may(Permission.ENTER_DATA, scope);
        boolean signs = actor.may(Permission.SIGN, scope);
        if (!enters && !signs) {
            return;
        }
        Map<String, Participant> open = whose.among(participants).stream()
                .filter(participant -> !participant.locked())
                .collect(Collectors.toMap(Participant::key, Function.identity()));
        List<FormRow> rows = forms.list(scope, whose.subjects()).stream()
                .filter(row -> !row.locked() && open.containsKey(row.subject()))
                .toList();
        if (enters) {
            visits(whose, open, rows, groups);
            reconsents
                    .due(scope, List.copyOf(open.values()))
                    .forEach((subject, text) -> groups.add(
                            Kind.RECONSENT_DUE,
                            WorkItem.ofSubject(open.get(subject).site(), subject)
                                    .saying(text.label())
                                    .within(text.from(), null)));
            rows.stream().filter(FormRow::started).forEach(row -> add(Kind.FORM_TO_COMPLETE, row, open, groups));
        }
        if (signs) {
            rows.stream().filter(FormRow::complete).forEach(row -> sign(row, open, groups));
        }
        if (actor.may(Permission.RANDOMIZE, scope)) {
            open.values().stream()
                    .filter(this::isReady)
                    .forEach(ready ->
                            groups.add(Kind.READY_TO_RANDOMIZE, WorkItem.ofSubject(ready.site(), ready.key())));
        }
    }

    private void visits(Whose whose, Map<String, Participant> open, List<FormRow> rows, Groups groups) {
        Map<String, List<FormRow>> bySubject = rows.stream().collect(Collectors.groupingBy(FormRow::subject));
        List<Participant> some = List.copyOf(open.values());
        Map<String, Collected> collected = expected.of(whose.scope(), some);
        Map<String, List<PlannedVisit>> plans =
                whose.isEverybody() ? visits.plans(whose.scope()) : visits.plans(whose.scope(), some);
        plans.forEach((subject, plan) -> {
            Participant participant = open.get(subject);
            if (participant != null) {
                List<FormRow> present = bySubject.getOrDefault(subject, List.of());
                Collected known = collected.getOrDefault(subject, Collected.NONE);
                plan.forEach(visit -> visit(participant, visit, present, known, groups));
            }
        });
    }

    private void visit(
            Participant participant, PlannedVisit visit, List<FormRow> rows, Collected collected, Groups groups) {
        WorkItem item =
                WorkItem.ofSubject(participant.site(), participant.key()).atVisit(visit.event(), visit.name());
        if (visit.state().wantsAction()) {
            WorkItem timed = visit.window() == null
                    ? item
                    : item.within(visit.window().earliest(), visit.window().latest());
            groups.add(kindOf(visit.state()), timed);
        }
        if (visit.state().tookPlace()) {
            StudyDefinition study = definitions.get(participant.versionId());
            EventDefinition event = study.event(visit.event());
            new CellPolicy(study, collected)
                    .missing(event, Casebooks.at(visit.event(), rows))
                    .forEach(ref -> groups.add(
                            Kind.FORM_MISSING,
                            item.onForm(study.form(ref.formOid()).name().shown(), null)
                                    .within(visit.date(), null)));
        }
    }

    private static Kind kindOf(VisitState state) {
        return switch (state) {
            case OVERDUE -> Kind.VISIT_OVERDUE;
            case MISSED -> Kind.VISIT_MISSED;
            default -> Kind.VISIT_DUE;
        };
    }

    private void sign(FormRow row, Map<String, Participant> open, Groups groups) {
        StudyDefinition study = studyOf(row, open);
        if (Boolean.FALSE.equals(row.signature())) {
            add(Kind.SIGNATURE_BROKEN, row, open, groups);
        } else if (row.signature() == null && CellPolicy.wantsSignature(study.form(row.form()))) {
            add(Kind.FORM_TO_SIGN, row, open, groups);
        }
    }

    private void add(Kind kind, FormRow row, Map<String, Participant> open, Groups groups) {
        groups.add(kind, item(row, studyOf(row, open)));
    }

    static WorkItem item(FormRow row, StudyDefinition study) {
        String visit =
                row.event() == null ? null : study.event(row.event()).name().shown();
        return WorkItem.ofSubject(row.site(), row.subject())
                .atVisit(visit)
                .onForm(study.form(row.form()).name().shown(), row.id());
    }

    private boolean isReady(Participant participant) {
        Gate gate = participant.gate();
        return participant.status() == SubjectStatus.SCREENING
                && gate.consented()
                && gate.eligible()
                && gate.eligibilitySigned()
                && definitions.get(participant.versionId()).randomizes();
    }

    private StudyDefinition studyOf(FormRow row, Map<String, Participant> open) {
        return definitions.get(open.get(row.subject()).versionId());
    }
}
