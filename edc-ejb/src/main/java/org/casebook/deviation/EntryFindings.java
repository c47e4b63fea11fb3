package org.casebook.deviation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.casebook.definition.FormDefinition.Purpose;
import org.casebook.definition.ItemDefinition;
import org.casebook.schedule.Anchor;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.Gate;

/** Deviations on the way into the study: consent, eligibility, enrolment, treatment, and their order. */
record EntryFindings(Conduct conduct) {

    List<Finding> list() {
        List<Finding> found = new ArrayList<>();
        if (conduct.enrolledOn() != null) {
            enrolment(found);
        }
        conduct.anchors().forEach((anchor, date) -> {
            if (conduct.study().form(anchor.form()).purpose() == Purpose.TREATMENT) {
                treatment(anchor, date, found);
            }
        });
        return found;
    }

    private void enrolment(List<Finding> found) {
        Gate gate = conduct.participant().gate();
        LocalDate on = conduct.enrolledOn();
        LocalDate consent = gate.consentDate();
        if (asksConsent() && (consent == null || consent.isAfter(on))) {
            found.add(new Finding(Kind.ENROLLED_BEFORE_CONSENT, "", null, on, consent, null));
        }
        for (CriterionResult result : gate.openCriteria()) {
            boolean against = result.verdict() == CriterionResult.Verdict.NOT_MET;
            found.add(new Finding(
                    against ? Kind.CRITERION_NOT_MET : Kind.CRITERION_OPEN, result.oid(), null, on, null, null));
        }
        if (conduct.lateNoticed() && signedLate(gate, on)) {
            found.add(new Finding(Kind.ELIGIBILITY_LATE, "", null, on, signedOn(gate), null));
        }
    }

    private boolean asksConsent() {
        return conduct.study().forms().values().stream()
                .flatMap(form -> form.items().stream())
                .anyMatch(item -> item.role() == ItemDefinition.Role.CONSENT_DATE);
    }

    /** Randomisation waits for the signature, so that it can be late only where nobody is randomised. */
    private boolean signedLate(Gate gate, LocalDate on) {
        LocalDate signed = signedOn(gate);
        return !conduct.study().randomizes()
                && conduct.study().formFor(Purpose.ELIGIBILITY).isPresent()
                && (signed == null || signed.isAfter(on));
    }

    private LocalDate signedOn(Gate gate) {
        return gate.signature() == null
                ? null
                : LocalDate.ofInstant(gate.signature().signedAt(), conduct.zone());
    }

    private void treatment(Anchor anchor, LocalDate date, List<Finding> found) {
        LocalDate consent = conduct.participant().gate().consentDate();
        String about = anchor.event() + "/" + anchor.form() + "/" + anchor.item();
        if (consent != null && date.isBefore(consent)) {
            found.add(new Finding(Kind.TREATED_BEFORE_CONSENT, about, anchor.event(), date, consent, null));
        }
        LocalDate enrolled = conduct.enrolledOn();
        if (enrolled != null && date.isBefore(enrolled)) {
            found.add(new Finding(Kind.TREATED_BEFORE_ENROLMENT, about, anchor.event(), date, enrolled, null));
        }
    }

    /** All that is found of a participation, with its visits. */
    static List<Finding> all(Conduct conduct) {
        List<Finding> found = new ArrayList<>(new EntryFindings(conduct).list());
        found.addAll(VisitFindings.of(conduct).list());
        return List.copyOf(found);
    }
}
