package org.casebook.report;

import java.time.LocalDate;
import java.util.List;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.expectation.ExpectedForms.Collected;
import org.casebook.schedule.PlannedVisit;

/** Puts a visit and its forms into one word: the furthest state that all of them have reached. */
final class CellPolicy {

    private final StudyDefinition study;
    private final Collected collected;

    /**
     * @param collected which forms under a condition are collected from the participant
     */
    CellPolicy(StudyDefinition study, Collected collected) {
        this.study = study;
        this.collected = collected;
    }

    Matrix.Cell cell(PlannedVisit visit, List<FormRow> forms) {
        EventDefinition event = study.event(visit.event());
        return new Matrix.Cell(
                visit.event(),
                stateOf(visit, event, forms),
                visit.state().tookPlace() ? visit.state().name() : null,
                dateOf(visit),
                (int) forms.stream().filter(FormRow::complete).count(),
                Math.max(needed(event), forms.size()),
                forms.stream().mapToInt(FormRow::queries).sum());
    }

    /** Forms the visit is not complete without and that nobody has started. */
    List<EventDefinition.FormRef> missing(EventDefinition event, List<FormRow> forms) {
        return event.forms().stream()
                .filter(ref -> collected.expects(event, ref))
                .filter(ref -> forms.stream().noneMatch(form -> form.form().equals(ref.formOid())))
                .toList();
    }

    /** Eligibility opens randomisation only when it is signed, so it always wants a signature. */
    static boolean wantsSignature(FormDefinition form) {
        return form.signed() || form.purpose() == FormDefinition.Purpose.ELIGIBILITY;
    }

    private String stateOf(PlannedVisit visit, EventDefinition event, List<FormRow> forms) {
        if (forms.isEmpty() && !visit.state().tookPlace()) {
            return visit.state().name();
        }
        if (forms.stream().anyMatch(form -> form.standing().equals("SIGNATURE_BROKEN"))) {
            return "SIGNATURE_BROKEN";
        }
        boolean open = forms.stream().anyMatch(form -> form.started() && !form.locked());
        if (open || !missing(event, forms).isEmpty()) {
            return "STARTED";
        }
        return settledState(forms);
    }

    private String settledState(List<FormRow> forms) {
        if (!forms.isEmpty() && forms.stream().allMatch(FormRow::locked)) {
            return "LOCKED";
        }
        if (!forms.isEmpty() && forms.stream().allMatch(form -> form.state().equals("NOT_DONE"))) {
            return "NOT_DONE";
        }
        List<FormRow> wanting = forms.stream()
                .filter(form -> form.complete() && wantsSignature(study.form(form.form())))
                .toList();
        boolean signed = !wanting.isEmpty() && wanting.stream().allMatch(form -> Boolean.TRUE.equals(form.signature()));
        return signed ? "SIGNED" : "COMPLETE";
    }

    private static LocalDate dateOf(PlannedVisit visit) {
        if (visit.date() != null) {
            return visit.date();
        }
        return visit.window() == null ? null : visit.window().planned();
    }

    private int needed(EventDefinition event) {
        return (int) event.forms().stream()
                .filter(ref -> collected.expects(event, ref))
                .count();
    }
}
